// Tools and preview for a field of Markdown. Without it the field is a plain one, and the house renders the same words.
{
  const composers = document.querySelectorAll("[data-composer]");
  // The tools weigh more than all the rest together, so they come when a composer comes near.
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((composer) => composer.isIntersecting)) return;
    near.disconnect();
    import("./markdown-toolbar.js");
  }, { rootMargin: "60% 0px" });
  composers.forEach((composer) => near.observe(composer));

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
