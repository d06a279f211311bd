// Lets the house tell a member on this device: shows what the browser can do, and gives the house what it needs for it.
const part = document.querySelector('[data-push]');
const form = part.querySelector('[data-push-on]');
const show = (what) => { part.querySelector(`[data-push-${what}]`).hidden = false; };
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

async function mark(device) {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(device.endpoint));
    return [...new Uint8Array(hash, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The line of this device, where the house knows it. */
async function here(device) {
    const line = device && document.querySelector(`[data-device="${await mark(device)}"]`);
    if (!line) return false;
    line.querySelector('[data-here]').hidden = false;
    line.querySelector('form').addEventListener('submit', () => device.unsubscribe());
    return true;
}

async function subscribe(worker) {
    const key = part.dataset.push;
    const known = await worker.pushManager.getSubscription();
    if (known && known.options.applicationServerKey && text(known.options.applicationServerKey) !== key) await known.unsubscribe();
    return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

async function start() {
    if (!navigator.serviceWorker || !window.PushManager || !window.Notification) return show('cannot');
    await navigator.serviceWorker.register(`/service-worker.js?language=${document.documentElement.lang}`);
    const worker = await navigator.serviceWorker.ready;
    if (await here(await worker.pushManager.getSubscription())) return undefined;
    if (Notification.permission === 'denied') return show('denied');
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        part.querySelectorAll('[role=alert]').forEach((said) => { said.hidden = true; });
        try {
            const device = await subscribe(worker);
            form.endpoint.value = device.endpoint;
            form.key.value = text(device.getKey('p256dh'));
            form.auth.value = text(device.getKey('auth'));
            HTMLFormElement.prototype.submit.call(form);
        } catch {
            show(Notification.permission === 'denied' ? 'denied' : 'failed');
        }
    });
    return undefined;
}

start().catch(() => show('cannot'));
