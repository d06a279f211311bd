// Pictures are chosen, dropped or pasted where one writes, and go to the draft one by one. Without this the same button leads to a page of their own.
for (const part of document.querySelectorAll("[data-pictures]")) {
  const { form } = part.querySelector("button");
  const list = part.querySelector("ul");
  const said = part.querySelector("[role=status]");
  const input = Object.assign(document.createElement("input"), { type: "file", multiple: true, accept: "image/*" });
  let line = Promise.resolve();

  const bring = (files) => [...files].filter((file) => file.type.startsWith("image/")).forEach((file) => { line = line.then(() => send(file)); });
  const over = (event) => event.dataTransfer?.types.includes("Files") && (event.preventDefault(), part.classList.toggle("over", event.type === "dragover"));

  part.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (button?.name === "pictures") {
      event.preventDefault();
      input.click();
    } else if (button?.matches("[data-drop]")) {
      event.preventDefault();
      const answer = await post(button.formAction, new URLSearchParams()).catch(() => ({}));
      if (answer.ok) button.closest("li").remove();
      part.querySelector("[name=pictures]").focus();
    }
  });
  input.addEventListener("change", () => { bring(input.files); input.value = ""; });
  for (const kind of ["dragover", "dragleave", "drop"]) form.addEventListener(kind, over);
  form.addEventListener("drop", (event) => bring(event.dataTransfer.files));
  form.addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    bring(event.clipboardData.files);
  });

  // fetch does not tell how much of a file has gone.
  function send(file) {
    return new Promise((done) => {
      const body = new FormData();
      body.append("_csrf", document.querySelector("meta[name=csrf]").content);
      body.append("pictures", file);
      const way = new XMLHttpRequest();
      way.upload.onprogress = (now) => { said.textContent = part.dataset.busy.replace("{0}", Math.round((100 * now.loaded) / now.total)); };
      way.onloadend = () => { arrived(way); done(); };
      way.open("POST", part.dataset.pictures);
      way.send(body);
    });
  }

  function arrived(way) {
    const page = new DOMParser().parseFromString(way.responseText || " ", "text/html");
    const fresh = [...page.querySelectorAll("[data-picture]")].filter((one) => !list.querySelector(`[data-picture="${one.dataset.picture}"]`));
    list.append(...fresh);
    said.textContent = fresh.length ? "" : page.querySelector("#refusals li")?.textContent ?? part.dataset.lost;
    fresh[0]?.querySelector("input").focus();
    form.dispatchEvent(new Event("input"));
  }
}
