// The one entry of the house's scripts. Every page is whole without it; it loads what the page before it asks for.
window.trustedTypes?.createPolicy("default", { createHTML: (html) => html });
