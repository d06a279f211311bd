// Names of members are offered while somebody types an @. Without it, typing the name does the same.
document.querySelectorAll("[data-names]").forEach((source) => {
  const field = source.closest("form").querySelector("textarea");
  const list = document.createElement("ul");
  Object.assign(list, { id: "names", className: "names", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", source.dataset.label);
  field.after(list);
  field.setAttribute("aria-autocomplete", "list");
  let timer, asked = 0;

  const begun = () => /(?:^|[^\p{L}\p{N}_@/.])@([^\s@[\]][^@[\]\n]{0,30})$/u.exec(field.value.slice(0, field.selectionStart))?.[1];
  const options = () => [...list.children];
  const chosen = () => list.querySelector("[aria-selected=true]");

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(offer, 180);
  });
  field.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => take(event.target.closest("[role=option]")));
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const now = options().indexOf(chosen());
    if (event.key === "ArrowDown") pick(now + 1);
    else if (event.key === "ArrowUp") pick(now - 1);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen()) take(chosen());
    else return;
    event.preventDefault();
  });

  async function offer(after = "") {
    const begins = begun();
    if (!begins) return close();
    const turn = ++asked;
    const answer = await post(source.dataset.names, new URLSearchParams({ begins, after })).catch(() => null);
    if (turn !== asked || !answer?.ok) return;
    list.innerHTML = await answer.text();
    list.hidden = !list.children.length;
    field.setAttribute("aria-controls", list.id);
    if (!list.hidden) pick(0);
  }

  function pick(n) {
    const all = options();
    const next = all[(n + all.length) % all.length];
    all.forEach((option) => option.setAttribute("aria-selected", option === next));
    field.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }

  function take(option) {
    if (option?.dataset.after) return offer(option.dataset.after);
    const begins = begun();
    if (!option || !begins) return close();
    const name = option.dataset.name;
    const at = field.selectionStart;
    field.setRangeText(`${/\s/.test(name) ? `[${name}]` : name} `, at - begins.length, at, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  }

  function close() {
    asked++;
    list.hidden = true;
    field.removeAttribute("aria-activedescendant");
  }
});
