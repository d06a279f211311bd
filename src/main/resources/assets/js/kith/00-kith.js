// The house's scripts: the files of this folder are sent as one module, kith.js, in the order of their names. Every page is whole without them.
// Markup comes from this house alone, cleaned by the server, so the policy lets it through; it makes no script and no address of a script.
if (window.trustedTypes) window.trustedTypes.createPolicy("default", { createHTML: (html) => html });

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

// Menus close on Escape and on a press elsewhere.
const close = (but) => document.querySelectorAll("details.menu[open], .tabs details[open]").forEach((menu) => menu.contains(but) || (menu.open = false));
document.addEventListener("click", (event) => close(event.target));
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.("details.menu[open], .tabs details[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
