// Words selected in a post go into the answer as a Markdown quote.
{
  const field = document.querySelector("textarea[data-quotes]");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quote-here";
  button.textContent = field?.dataset.quotes ?? "";
  button.hidden = true;
  if (field) {
    document.body.append(button);
    document.addEventListener("selectionchange", offer);
    button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
    button.addEventListener("click", quote);
  }

  function chosen() {
    const selection = getSelection();
    const text = selection.toString().trim();
    const post = text && selection.anchorNode?.parentElement?.closest("[data-quotable]");
    return post && post.contains(selection.focusNode) ? { post, text, selection } : null;
  }

  function offer() {
    const found = chosen();
    button.hidden = !found;
    if (!found) return;
    const box = found.selection.getRangeAt(0).getBoundingClientRect();
    const top = box.bottom + scrollY + 8;
    const left = Math.max(8, Math.min(box.left + scrollX, document.body.clientWidth - button.offsetWidth - 8));
    button.style.setProperty("inset", `${top}px auto auto ${left}px`); // the style object is no inline style to a CSP
  }

  function quote() {
    const found = chosen();
    if (!found) return;
    const by = found.post.dataset.by ? `**${found.post.dataset.by}:**\n` : "";
    const lines = (by + found.text).split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
    const before = field.value.trimEnd();
    field.value = `${before}${before ? "\n\n" : ""}${lines}\n\n`;
    const answers = field.form.elements.answers;
    if (answers) answers.value = found.post.id.slice(5); // the place that the quote leads to
    field.dispatchEvent(new Event("input", { bubbles: true }));
    getSelection().removeAllRanges();
    field.scrollIntoView({ block: "center" });
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }
}
