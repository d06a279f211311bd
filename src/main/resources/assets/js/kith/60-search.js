// "/" leads to the search; arrows go through what was found; what is like a new topic's title shows while it is typed.
{
  const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
  const finds = [...document.querySelectorAll(".finds a.title")];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "/" && !typing(event.target)) {
      const field = document.querySelector("form[role=search] input[type=search]");
      const way = document.querySelector('.rail a[href^="/search/"]');
      if (!field && !way) return;
      event.preventDefault();
      field ? field.select() : way.click();
    } else if (finds.length && /^Arrow(Up|Down)$/.test(event.key) && (!typing(event.target) || event.target.type === "search")) {
      const at = finds.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
      (at < 0 ? document.querySelector("#words") : finds[Math.min(at, finds.length - 1)])?.focus();
    }
  });

  document.querySelectorAll("[data-similar]").forEach((list) => {
    const field = list.closest("form").elements[list.dataset.for];
    let timer, asked = "";
    field?.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 500);
    });

    async function ask() {
      const title = field.value.trim();
      if (title === asked) return;
      asked = title;
      try {
        const answer = title.length < 6 ? null : await post(list.dataset.similar, new URLSearchParams({ title }));
        if (title === asked && (!answer || answer.ok)) list.innerHTML = answer ? (await answer.text()).trim() : "";
      } catch {
        asked = ""; // the connection is away; the next letter asks again
      }
    }
  });
}
