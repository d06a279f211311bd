// The one entry of the house's scripts. Every page is whole without it; it loads only what the page in front of it asks for.
// Markup comes from this house alone, cleaned by the server, so the policy lets it through; it makes no script and no address of a script.
if (window.trustedTypes) window.trustedTypes.createPolicy("default", { createHTML: (html) => html });

const wanted = {
  "form[data-draft]": () => import("./draft.js"),
  "[data-composer]": () => import("./composer.js"),
  "[data-quotable]": () => import("./quote.js"),
  "form[data-part]": () => import("./parts.js"),
  "[hx-get], [hx-post]": () => import("./htmx.js"),
};
for (const [what, load] of Object.entries(wanted)) if (document.querySelector(what)) load();

document.querySelector("#refusals")?.focus();

// "Show" beside a password
for (const button of document.querySelectorAll("button[data-show]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.show);
    const shown = field.type === "password";
    field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", shown);
  });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("form[data-sure]:not([data-asked])")) ask(event, form);
}, true);

// An act that is asked about once: the first press changes the words of the button, the second does it.
function ask(event, form) {
  event.preventDefault();
  event.stopImmediatePropagation();
  const button = event.submitter ?? form.querySelector("button");
  const words = button.textContent;
  form.dataset.asked = "";
  button.textContent = form.dataset.sure;
  const calm = () => {
    delete form.dataset.asked;
    button.textContent = words;
  };
  button.addEventListener("blur", calm, { once: true });
}

// Menus close on Escape and on a press elsewhere.
const close = (but) => document.querySelectorAll("details.menu[open], .tabs details[open]").forEach((menu) => menu.contains(but) || (menu.open = false));
document.addEventListener("click", (event) => close(event.target));
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details.menu[open], .tabs details[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
