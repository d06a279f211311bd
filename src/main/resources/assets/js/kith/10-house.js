// How the scripts of a page speak with their house.

/** Sends form-encoded words with the page's token, once more with a fresh one where it had expired. `away`: the reader is signed out. */
async function post(path, words, more = {}) {
  const answer = await send(path, words, more);
  return answer.status === 403 && !more.keepalive && (await renew()) ? send(path, words, more) : answer;
}

async function send(path, words, more) {
  words.set("_csrf", document.querySelector("meta[name=csrf]").content);
  const answer = await fetch(path, { method: "POST", body: words, headers: { Accept: "text/html" }, ...more });
  const away = answer.status === 401 || (answer.redirected && new URL(answer.url).pathname === "/sign-in");
  return { ok: answer.ok && !away, away, status: answer.status, text: () => answer.text() };
}

/** After signing in again in another tab the token of this page is old: takes the new one, for its forms too. */
async function renew() {
  const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
  const token = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("meta[name=csrf]")?.content;
  if (!token) return false;
  document.querySelector("meta[name=csrf]").content = token;
  document.querySelectorAll("input[name=_csrf]").forEach((input) => { input.value = token; });
  return true;
}

/** The words of a form as they would be sent, without files and without secrets. */
function words(form) {
  const all = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !["_csrf", "password"].includes(name)) all.append(name, value);
  }
  return all;
}
