// Keeps an open page up with the house. The stream (/live) says what is not as it was, as "channel kind about"; the page then asks for itself again, as its
// reader, and puts the element with the id kind-about in place. What it does not have yet waits behind a quiet line until the reader wants it.
{
  const pause = (most) => new Promise((done) => { setTimeout(done, 200 + Math.random() * most); });
  const byId = (id) => document.getElementById(id);
  const channels = [...new Set([...document.querySelectorAll("[data-live]")].flatMap((part) => part.dataset.live.split(" ")))];
  const topic = channels.find((channel) => channel.startsWith("topic:"));
  const stale = new Set();
  let working = false;

  function hear(what) {
    if (what === "lost" || (what.startsWith("gone ") && channels.includes(what.slice(5)))) return recheck();
    const [channel, kind, about] = what.split(" ");
    const own = channel.startsWith("member:");
    if (!about || (!own && !channels.includes(channel))) return;
    if (kind === "all") return pause(2000).then(recheck);
    const noun = kind.split(".")[0];
    const part = byId(`${noun}-${about}`) ?? byId(`live-${noun}`);
    if (!part) document.querySelectorAll(`[data-live~="${channel}"][data-newer="${kind}"]`).forEach((bar) => offer(bar, about));
    if (part || own) [part, ...beside(noun, own)].forEach((each) => each && renew(each.id));
  }

  /** What says more about something that changed; of the reader's own things, whatever counts them. */
  const beside = (noun, own) => document.querySelectorAll(own ? "[data-own]" : `[data-with~="${noun}"]`);

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
    const now = fresh?.getElementById(id) ?? (id.startsWith("post-") ? await alone(id) : gone(id) ? null : old);
    if (!now) old.remove();
    else if (now !== old && !inUse(old, now)) put(old, now);
  }

  /** A post that is not on this page of its topic; nothing where it is in another topic by now. */
  async function alone(id) {
    const there = await page(`/posts/${id.slice(5)}`);
    return topicOf(there) === topic ? there?.getElementById(id) : null;
  }

  const topicOf = (there) => there?.querySelector("[data-live^='topic:']")?.dataset.live;

  /** A list of what is unread or unanswered lets go what no longer is; another keeps what moved on to its next page. */
  const gone = (id) => id.startsWith("row-") && location.search.includes("view=");

  /** Where somebody writes stays as it is, until it is no place to write any more and nothing is written there. */
  const inUse = (old, now) => (old.id === "reply" && !old.querySelector("form") === !now.querySelector("form")) || [...old.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);

  /** Exchanges an element; what was open, and where the reader was in it, stays. */
  function put(old, now) {
    const ways = (part) => [part, ...part.querySelectorAll("a, button, summary, input")];
    const open = now.querySelectorAll("details");
    const at = ways(old).indexOf(document.activeElement);
    old.querySelectorAll("details").forEach((part, i) => { if (open[i]) open[i].open = part.open; });
    const chosen = now.querySelectorAll("input");
    old.querySelectorAll("input").forEach((field, i) => { if (chosen[i] && field.checked !== field.defaultChecked) chosen[i].checked = field.checked; });
    old.replaceWith(now);
    if (now.matches("article.post")) document.dispatchEvent(new Event("kith:posts"));
    if (at >= 0) ways(now)[at]?.focus({ preventScroll: true });
  }

  // What is true until a moment ends by itself.
  const expire = () => document.querySelectorAll("[data-until]").forEach((part) => { if (part.dataset.until < Date.now()) { delete part.dataset.until; part.matches(".poll") || part.querySelector("form") ? renew(part.id) : part.replaceChildren(); } });

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
      if (topicOf(there) !== topic) continue;
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
    document.dispatchEvent(new Event("kith:posts"));
    return first;
  }

  /** After too long a silence, or where the reader may not follow any more: looks at everything again. */
  async function recheck() {
    try {
      const now = await page();
      if (!now) return document.querySelectorAll("article.post").forEach((post) => post.remove());
      if (topic && topicOf(now) !== topic) return leadOn(now);
      document.querySelectorAll("article.post[id], [id^=row-], [id^=topic-], [id^=company-], [id^=question-], [id^=hour-], section[id^=poll-], #live-notice, [data-with][id], [data-own]").forEach((part) => stale.add(part.id));
      if (stale.size) renew([...stale][0]);
      for (const bar of document.querySelectorAll("[data-newer]")) {
        if (bar.dataset.swap) now.querySelectorAll(`#${bar.dataset.swap} [id^=row-]`).forEach((row) => { if (!byId(row.id)) offer(bar, row.id.slice(4)); });
        else (await page(`${location.pathname}?newest=true`))?.querySelectorAll("article.post[id]").forEach((post) => { if (!byId(post.id)) offer(bar, post.id.slice(5)); });
      }
    } catch {
      await pause(5000);
      recheck();
    }
  }

  /** All that was said here was brought into another conversation. */
  function leadOn(now) {
    const head = byId(`topic-${topic.slice(6)}`);
    const way = document.createElement("a");
    way.href = `/topics/${topicOf(now).slice(6)}`;
    way.textContent = now.querySelector("h1").textContent;
    head.replaceChildren(`${head.dataset.moved} `, way);
  }

  // One stream for all tabs of a browser, because it opens few connections to one house: the tab that holds the lock keeps it, and tells the others.
  const me = Math.random().toString(36);
  const { content: mark, dataset: visit } = document.querySelector("meta[name=live]") ?? { dataset: {} };
  const tabs = new Map();
  let mine = { on: channels, after: mark };
  let radio, stream, leads, letGo, soon, tries = 0;

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
    // A proxy answers for a house that is away: soon at first, then more and more seldom.
    stream.onopen = () => { tries = 0; };
    stream.onerror = () => { if (stream.readyState === 2) soon = setTimeout(open, Math.min(90000, 3000 * 2 ** tries++) * (0.5 + Math.random())); };
  }

  function take({ what, after, to }) {
    if (to.includes(me)) mine.after = after;
    if (what !== ".") hear(what);
  }

  // A visitor has no stream: a page that somebody looks at asks now and then, less and less often where nothing happens.
  const seldom = 300000;
  let wait = 30000;

  async function ask() {
    await new Promise((done) => { setTimeout(done, wait * (1 + Math.random() / 2)); });
    if (!document.hidden) {
      const answer = await fetch(`/live/changes?${new URLSearchParams([...channels.map((channel) => ["on", channel]), ["after", mine.after]])}`).catch(() => null);
      const [after, ...news] = answer?.ok ? (await answer.text()).split("\n") : [mine.after];
      mine.after = after;
      news.forEach(hear);
      wait = news.length ? 30000 : Math.min(answer?.ok ? wait * 1.2 : seldom, seldom);
    }
    ask();
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

  if (mark && visit.asks === "") {
    if (channels.length) ask();
  } else if (mark && window.EventSource) {
    start();
    setInterval(expire, 30000);
    addEventListener("pagehide", stop);
    addEventListener("pageshow", (event) => { if (event.persisted) start(); });
    addEventListener("online", () => { if (leads) open(); });
    document.addEventListener("visibilitychange", () => { if (!document.hidden && stale.size) renew([...stale][0]); });
  }
}
