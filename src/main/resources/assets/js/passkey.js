// Makes and uses passkeys: forms with data-passkey="make", "sign-in" or "prove" show themselves where the browser can.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const csrf = document.querySelector('meta[name=csrf]');

async function post(path, body) {
    const answer = await fetch(path, {
        method: 'POST',
        headers: { 'X-CSRF-TOKEN': csrf.content, 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(body ?? {}),
    });
    if (!answer.ok) throw new Error('refused');
    return answer.json();
}

async function make() {
    const options = await post('/passkeys/proposals');
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = (options.excludeCredentials ?? []).map((c) => ({ ...c, id: bytes(c.id) }));
    const made = await navigator.credentials.create({ publicKey: options });
    return post('/passkeys', {
        ...named(made),
        response: {
            attestationObject: text(made.response.attestationObject),
            clientDataJSON: text(made.response.clientDataJSON),
            transports: made.response.getTransports?.() ?? [],
        },
    });
}

async function sign(path) {
    const options = await post('/passkeys/challenges');
    options.challenge = bytes(options.challenge);
    options.allowCredentials = [];
    const signed = await navigator.credentials.get({ publicKey: options });
    return post(path, {
        ...named(signed),
        response: {
            authenticatorData: text(signed.response.authenticatorData),
            clientDataJSON: text(signed.response.clientDataJSON),
            signature: text(signed.response.signature),
            userHandle: signed.response.userHandle ? text(signed.response.userHandle) : undefined,
        },
    });
}

const named = (credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
});

async function send(form) {
    const kind = form.dataset.passkey;
    const answer = kind === 'make' ? await make() : await sign(kind === 'prove' ? '/passkeys/proofs' : '/passkeys/sign-ins');
    if (kind === 'sign-in' && form.querySelector('input[name=carried]')) {
        form.querySelector('input[name=_csrf]').value = answer.csrf;
        HTMLFormElement.prototype.submit.call(form);
    } else {
        location.assign(form.dataset.to);
    }
}

for (const form of window.PublicKeyCredential ? document.querySelectorAll('form[data-passkey]') : []) {
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const failed = form.querySelector('[role=alert]');
        failed.hidden = true;
        try {
            await send(form);
        } catch {
            failed.hidden = false;
        }
    });
}
