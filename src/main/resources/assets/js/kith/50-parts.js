// Sends a small form without leaving the page and puts the new state of its part (data-part names it, else it is the article around) in place; when anything is odd, the browser sends it as usual.
{
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("form[data-part]") || form.dataset.plain !== undefined) return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector("button");
    const body = new URLSearchParams(new FormData(form, event.submitter));
    button?.setAttribute("aria-busy", "true");
    try {
      const answer = await post(form.action, body);
      const part = form.dataset.part || form.closest("article").id;
      if (!answer.ok || !swap(part, await answer.text(), button)) throw new Error("whole page");
    } catch {
      form.dataset.plain = "";
      button?.removeAttribute("aria-busy");
      form.requestSubmit(event.submitter ?? undefined);
    }
  });

  function swap(id, html, button) {
    const old = document.getElementById(id);
    const fresh = new DOMParser().parseFromString(html, "text/html").getElementById(id);
    if (!old || !fresh) return false;
    const buttons = [...old.querySelectorAll("button")];
    const place = buttons.indexOf(button);
    old.replaceWith(fresh);
    if (place >= 0) fresh.querySelectorAll("button")[place]?.focus();
    return true;
  }
}
