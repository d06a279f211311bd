// The round by keys: j and k go from row to row; Enter opens the row, r answers in place, c takes it or puts it back, h hands it over. They work only inside the round.
{
  const round = document.querySelector("[data-round]");
  const rows = () => [...round.querySelectorAll("[data-row]")];

  round?.ownerDocument.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || target.closest?.("input, textarea, select, [contenteditable]")) return;
    const inside = target === document.body || target.closest?.("[data-round]");
    if (!inside) return;
    const row = target.closest?.("[data-row]");
    if (event.key === "j" || event.key === "k") {
      const all = rows();
      const at = row ? all.indexOf(row) + (event.key === "j" ? 1 : -1) : 0;
      event.preventDefault();
      all[Math.max(0, Math.min(at, all.length - 1))]?.focus();
    } else if (row && (target === row || event.key !== "Enter")) {
      const way = row.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!way) return;
      event.preventDefault();
      way.click();
      if (way.matches("summary") && way.parentElement.open) way.parentElement.querySelector("textarea, select")?.focus();
    }
  });
}
