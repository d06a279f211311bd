// How the scripts of a page speak with their house.
export const csrf = () => document.querySelector("meta[name=csrf]").content;

/** Sends form-encoded words; answers as fetch does. A redirect to the sign-in page counts as being signed out. */
export async function post(path, words, more = {}) {
  const answer = await fetch(path, {
    method: "POST",
    body: words,
    credentials: "same-origin",
    headers: { "X-CSRF-TOKEN": csrf(), "Accept": "text/html" },
    ...more,
  });
  const away = answer.status === 401 || (answer.redirected && new URL(answer.url).pathname === "/sign-in");
  return { ok: answer.ok && !away, away, status: answer.status, url: answer.url, text: () => answer.text() };
}

/** The words of a form as they would be sent, without files and without secrets. */
export function words(form) {
  const all = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !["_csrf", "password"].includes(name)) all.append(name, value);
  }
  return all;
}
