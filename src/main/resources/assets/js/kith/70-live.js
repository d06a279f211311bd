// Keeps an open page up with the house. The stream (/live) says what is not as it was, as "channel kind about"; the page then asks for itself again, as its
// reader, and puts the element with the id kind-about in place. What it does not have yet waits behind a quiet line until the reader wants it.
{
  const pause = (most) => new Promise((done) => { setTimeout(done, 200 + Math.random() * most); });
  const byId = (id) => document.getElementById(id);
  const channels = [...new Set([...document.querySelectorAll("[data-live]")].map((part) => part.dataset.live))];
  const stale = new Set();
  let working = false;

  function hear(what) {
    if (what === "lost" || (what.startsWith("gone ") && channels.includes(what.slice(5)))) return recheck();
    const [channel, kind, about] = what.split(" ");
    if (!about || (!channel.startsWith("member:") && !channels.includes(channel))) return;
    const noun = kind.split(".")[0];
    const part = byId(`${noun}-${about}`) ?? byId(`live-${noun}`);
    if (part) renew(part.id);
    else document.querySelectorAll(`[data-live="${channel}"][data-newer]`).forEach((bar) => { if (kind === bar.dataset.newer) offer(bar, about); });
  }

  // Many pages hear of one thing at once: they do not all ask at once, and not before somebody looks at them.
  async function renew(id) {
    stale.add(id);
    if (working || document.hidden) return;
    working = true;
    await pause(2000);
    const ids = [...stale];
    stale.clear();
    try {
      const fresh = await page();
      for (const part of ids) await replace(part, fresh);
    } catch {
      ids.forEach((part) => stale.add(part));
      await pause(5000);
    }
    working = false;
    if (stale.size) renew([...stale][0]);
  }

  async function replace(id, fresh) {
    const old = byId(id);
    if (!old) return;
    const now = fresh?.getElementById(id) ?? (id.startsWith("post-") ? (await page(`/posts/${id.slice(5)}`))?.getElementById(id) : old);
    if (!now) old.remove();
    else if (now !== old) put(old, now);
  }

  /** Exchanges an element; what was open, and where the reader was in it, stays. */
  function put(old, now) {
    const ways = (part) => [part, ...part.querySelectorAll("a, button, summary, input")];
    const open = now.querySelectorAll("details");
    const at = ways(old).indexOf(document.activeElement);
    old.querySelectorAll("details").forEach((part, i) => { if (open[i]) open[i].open = part.open; });
    old.replaceWith(now);
    if (at >= 0) ways(now)[at]?.focus({ preventScroll: true });
  }

  // What is true until a moment ends by itself.
  const expire = () => document.querySelectorAll("[data-until]").forEach((part) => { if (part.dataset.until < Date.now()) { delete part.dataset.until; part.querySelector("form") ? renew(part.id) : part.replaceChildren(); } });

  async function page(path = location.pathname + location.search) {
    const answer = await fetch(path, { headers: { Accept: "text/html", "Kith-By-Itself": "1" } });
    const there = answer.ok && new URL(answer.url).pathname !== "/sign-in";
    return there ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  }

  function offer(bar, about) {
    byId("unanswered")?.remove();
    bar.waiting = (bar.waiting ?? new Set()).add(about);
    const n = bar.waiting.size;
    const words = new Intl.PluralRules(document.documentElement.lang).select(n) === "one" ? bar.dataset.one : bar.dataset.other;
    const button = document.createElement("button");
    button.className = "quiet";
    button.textContent = bar.dataset.show;
    button.addEventListener("click", () => show(bar, button));
    bar.replaceChildren(`${words.replace("#", n)} `, button);
  }

  async function show(bar, button) {
    button.setAttribute("aria-busy", "true");
    try {
      const first = bar.dataset.swap ? await whole(bar.dataset.swap) : await join(bar);
      bar.waiting.clear();
      bar.replaceChildren();
      first?.focus();
    } catch {
      button.removeAttribute("aria-busy");
    }
  }

  async function whole(id) {
    const now = (await page())?.getElementById(id);
    if (now) put(byId(id), now);
    return now?.querySelector("a");
  }

  /** Puts the posts that wait at their place among those that are there, and returns the first of them. */
  async function join(bar) {
    let first;
    for (const about of bar.waiting) {
      if (byId(`post-${about}`)) continue;
      const there = await page(`/posts/${about}`);
      let before;
      for (const post of there?.querySelectorAll("article.post[id]") ?? []) {
        const here = byId(post.id);
        if (!here && before) {
          before.after(post);
          first ??= post;
        }
        before = here ?? (before && post);
      }
      const head = there?.querySelector("[data-live][id^=topic-]");
      if (head && byId(head.id)) put(byId(head.id), head);
    }
    return first;
  }

  /** After too long a silence, or where the reader may not follow any more: looks at everything again. */
  async function recheck() {
    if (!channels.length) return;
    try {
      const now = await page();
      if (!now) return document.querySelectorAll("article.post").forEach((post) => post.remove());
      document.querySelectorAll("[id^=topic-], [id^=row-], article.post[id]").forEach((part) => stale.add(part.id));
      if (stale.size) renew([...stale][0]);
      for (const bar of document.querySelectorAll("[data-newer]")) {
        if (bar.dataset.swap) offer(bar, "");
        else (await page(`${location.pathname}?newest=true`))?.querySelectorAll("article.post[id]").forEach((post) => { if (!byId(post.id)) offer(bar, post.id.slice(5)); });
      }
    } catch {
      await pause(5000);
      recheck();
    }
  }

  // One stream for all tabs of a browser, because it opens few connections to one house: the tab that holds the lock keeps it, and tells the others.
  const me = Math.random().toString(36);
  const mark = document.querySelector("meta[name=live]")?.content;
  const tabs = new Map();
  let mine = { on: channels, after: mark };
  let radio, stream, leads, letGo, soon;

  function start() {
    if (!navigator.locks || !window.BroadcastChannel) return lead();
    radio = new BroadcastChannel("kith-live");
    radio.onmessage = ({ data }) => {
      if (data.what) take(data);
      else if (!leads && data.who) radio.postMessage({ join: me, ...mine });
      else if (leads && data.join) welcome(data.join, data);
      else if (leads && data.leave) tabs.delete(data.leave);
    };
    radio.postMessage({ join: me, ...mine });
    const stop = new AbortController();
    const held = new Promise((done) => { letGo = () => { done(); stop.abort(); }; });
    navigator.locks.request("kith-live", { signal: stop.signal }, () => { lead(); return held; }).catch(() => {});
  }

  function lead() {
    leads = true;
    radio?.postMessage({ who: true });
    welcome(me, mine);
  }

  function welcome(tab, wish) {
    tabs.set(tab, wish);
    clearTimeout(soon);
    soon = setTimeout(open, 150);
  }

  function open() {
    stream?.close();
    clearTimeout(soon);
    const asked = new URLSearchParams();
    new Set([...tabs.values()].flatMap((tab) => tab.on)).forEach((channel) => asked.append("on", channel));
    new Set([...tabs.values()].map((tab) => tab.after)).forEach((after) => asked.append("after", after));
    // A tab that comes in later is not heard for yet: its bookmark stays where it was.
    const to = [...tabs.keys()];
    stream = new EventSource(`/live?${asked}`);
    stream.onmessage = ({ data, lastEventId }) => {
      const told = { what: data, after: lastEventId, to };
      to.forEach((tab) => { if (tabs.has(tab)) tabs.get(tab).after = lastEventId; });
      radio?.postMessage(told);
      take(told);
    };
    stream.onerror = () => { if (stream.readyState === 2) soon = setTimeout(open, 30000 + Math.random() * 60000); };
  }

  function take({ what, after, to }) {
    if (to.includes(me)) mine.after = after;
    if (what !== ".") hear(what);
  }

  function stop() {
    stream?.close();
    clearTimeout(soon);
    radio?.postMessage({ leave: me });
    radio?.close();
    letGo?.();
    leads = false;
    tabs.clear();
  }

  if (mark && window.EventSource) {
    start();
    setInterval(expire, 30000);
    addEventListener("pagehide", stop);
    addEventListener("pageshow", (event) => { if (event.persisted) start(); });
    addEventListener("online", () => { if (leads) open(); });
    document.addEventListener("visibilitychange", () => { if (!document.hidden && stale.size) renew([...stale][0]); });
  }
}
