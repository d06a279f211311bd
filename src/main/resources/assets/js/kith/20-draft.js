// Keeps the words of a form in the house while they are typed. Nothing is kept in the browser: a shared phone gives nothing away.
{
  const PAUSE = 800; // ms of quiet before words are kept
  const WAITS = [2, 4, 8, 15, 30].map((s) => s * 1000); // between tries when the connection is lost

  document.querySelectorAll("form[data-draft]").forEach(keep);

  function keep(form) {
    const said = form.querySelector("[data-saved]");
    let kept = words(form).toString();
    let timer, sending, left, failures = 0, done = false;

    form.addEventListener("input", () => later(PAUSE));
    form.addEventListener("change", () => later(PAUSE));
    form.addEventListener("submit", (event) => { if (!event.defaultPrevented) stop(); });
    addEventListener("online", () => later(0));
    addEventListener("pageshow", () => { done = false; });
    document.addEventListener("visibilitychange", () => (document.hidden ? leave() : later(0)));
    addEventListener("pagehide", leave);
    addEventListener("beforeunload", (event) => { if (failures && changed()) event.preventDefault(); });

    const changed = () => !done && words(form).toString() !== kept;

    function later(ms) {
      clearTimeout(timer);
      timer = setTimeout(keepNow, ms);
    }

    // A draft that is still on its way must not come back after the words themselves were sent.
    function stop() {
      done = true;
      clearTimeout(timer);
      sending?.abort();
    }

    function leave() {
      const now = words(form).toString();
      if (!changed() || sending || now === left) return;
      left = now;
      post(form.dataset.draft, words(form), { keepalive: true }).then(() => {}, () => { left = undefined; });
    }

    async function keepNow() {
      if (sending || !changed()) return;
      const now = words(form).toString();
      sending = new AbortController();
      try {
        told(await post(form.dataset.draft, words(form), { signal: sending.signal }), now);
      } catch {
        if (!done) again("waiting");
      } finally {
        sending = undefined;
      }
      if (!failures && changed()) later(PAUSE);
    }

    function told(answer, text) {
      if (answer.ok) {
        kept = text;
        failures = 0;
        say("saved");
      } else if (answer.away) again("away");
      else if (answer.status >= 500 || answer.status === 429) again("waiting");
      else again("refused");
    }

    function again(state) {
      say(state);
      later(WAITS[Math.min(failures++, WAITS.length - 1)]);
    }

    function say(state) {
      if (!said) return;
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      const sentence = (said.dataset[state] ?? "").replace("{0}", time);
      said.dataset.state = state;
      if (said.textContent !== sentence) said.textContent = sentence;
    }
  }
}
