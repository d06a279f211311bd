// Tools and preview for a field of Markdown. Without it the field is a plain one, and the house renders the same words.
{
  const composers = document.querySelectorAll("[data-composer]");
  if (composers.length) import("./markdown-toolbar.js");

  composers.forEach((composer) => {
    const field = composer.querySelector("textarea");
    const tools = composer.querySelector("markdown-toolbar");
    const preview = composer.querySelector(".preview");
    const button = composer.querySelector("[data-preview]");
    composer.classList.add("ready");

    button?.addEventListener("click", async () => {
      const shown = button.getAttribute("aria-pressed") === "true";
      if (!shown && !(await show(field.value))) return;
      turn(!shown);
    });

    function turn(reading) {
      button.setAttribute("aria-pressed", reading);
      button.textContent = reading ? button.dataset.write : button.dataset.preview;
      preview.hidden = !reading;
      field.hidden = reading;
      tools?.querySelectorAll("[data-tool]").forEach((tool) => { tool.hidden = reading; });
      if (!reading) field.focus();
    }

    async function show(text) {
      button.setAttribute("aria-busy", "true");
      try {
        const answer = await post(composer.dataset.composer, new URLSearchParams({ text }));
        if (answer.ok) preview.innerHTML = await answer.text();
        return answer.ok;
      } catch {
        return false;
      } finally {
        button.removeAttribute("aria-busy");
      }
    }

    field.form?.addEventListener("invalid", () => preview?.hidden || turn(false), true);
  });
}
