// What the house leaves in a browser: it says that there is something new, and has a page of its own where there is no connection.
// It keeps no page that anybody has read and no word that anybody has written: a shared phone gives nothing away.
const words = "WORDS";
const SHELF = `kith-offline-${words.language}-1`;
const OFFLINE = "/offline";

self.addEventListener("install", (event) => event.waitUntil(keep()));

// Asked for without the reader's cookies, so that nobody's name is in it.
async function keep() {
  const shelf = await caches.open(SHELF);
  await shelf.add(new Request(OFFLINE, { credentials: "omit", cache: "reload", headers: { "Accept-Language": words.language } }));
  await self.skipWaiting();
}

self.addEventListener("activate", (event) => event.waitUntil(begin()));

async function begin() {
  for (const name of await caches.keys()) if (name !== SHELF) await caches.delete(name);
  await self.registration.navigationPreload?.enable(); // the page is asked for while this script wakes up
  await self.clients.claim();
}

// Only pages are looked at, and only until they come. A form that was sent is the browser's own business: it can send it again.
self.addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate" && event.request.method === "GET") event.respondWith(page(event));
});

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}

self.addEventListener("push", (event) => event.waitUntil(show(event.data)));

// The same words for everything: a lock screen is read by others.
function show(data) {
  let id = "";
  try {
    id = data.json().id;
  } catch {
    // an empty push says as much
  }
  return self.registration.showNotification(words.news, { tag: "news", icon: words.icon, lang: words.language, data: { id } });
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("/notices")); // a page in which somebody may be writing is left alone
});
