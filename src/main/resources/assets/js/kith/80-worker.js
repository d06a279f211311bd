// Without a connection: a member's browser has a page for it, and a form that cannot be sent stays as it is.
if (document.querySelector(".top .me")) {
  addEventListener("load", () => navigator.serviceWorker?.register(`/service-worker.js?language=${document.documentElement.lang}`).catch(() => {}));
}

document.addEventListener("submit", (event) => {
  if (navigator.onLine || event.target.method !== "post") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const said = event.target.querySelector("[data-offline]") ?? document.createElement("p");
  Object.assign(said, { className: "refusal", role: "alert", textContent: document.body.dataset.offline });
  said.dataset.offline = "";
  event.target.append(said);
}, true);

// Whoever signs out is not told on this device any more.
document.querySelector("form[action='/sign-out']")?.addEventListener("submit", () => {
  navigator.serviceWorker?.getRegistration().then((worker) => worker?.pushManager?.getSubscription()).then((device) => device?.unsubscribe());
});
