// Posts read aloud by the device itself, in their own language; offered only where a voice of the device speaks it, so that no word leaves it.
{
  const words = document.querySelector("[data-aloud]")?.dataset;
  const speech = window.speechSynthesis;
  const posts = words && speech ? [...document.querySelectorAll("article.post:has(.acts)")] : [];
  let speaking;
  if (posts.length) {
    offer();
    speech.addEventListener("voiceschanged", offer);
    addEventListener("pagehide", () => speech.cancel());
  }

  function offer() {
    const voices = speech.getVoices().filter((voice) => voice.localService);
    posts.forEach((article) => {
      const said = article.querySelector(".words");
      const voice = said && voices.find((one) => one.lang.slice(0, 2).toLowerCase() === said.lang.slice(0, 2));
      if (voice && !article.querySelector(".aloud")) article.querySelector(".acts").prepend(...buttons(said, voice));
    });
  }

  function buttons(said, voice) {
    const [read, stop] = [words.aloud, words.stop].map((label) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "plain aloud", textContent: label });
      return button;
    });
    const calm = () => {
      read.textContent = words.aloud;
      stop.hidden = true;
      speaking = undefined;
    };
    stop.hidden = true;
    stop.addEventListener("click", () => {
      speech.cancel();
      calm();
      read.focus();
    });
    read.addEventListener("click", () => {
      if (speaking === read) {
        const paused = read.textContent === words.resume;
        read.textContent = paused ? words.pause : words.resume;
        return paused ? speech.resume() : speech.pause();
      }
      speech.cancel();
      document.querySelectorAll(".aloud").forEach((other) => (other.previousElementSibling?.matches(".aloud") ? (other.hidden = true) : (other.textContent = words.aloud)));
      speaking = read;
      read.textContent = words.pause;
      stop.hidden = false;
      // Piece by piece: some voices fall silent in long texts.
      const pieces = [...said.querySelectorAll("p, li, h3, h4, h5, h6, pre")].map((piece) => piece.innerText.trim()).filter(Boolean);
      pieces.forEach((piece, n) => {
        const saying = new SpeechSynthesisUtterance(piece);
        Object.assign(saying, { lang: said.lang, voice });
        if (n === pieces.length - 1) saying.onend = () => speaking === read && calm();
        speech.speak(saying);
      });
    });
    return [read, stop];
  }
}

document.querySelector("[data-print]")?.addEventListener("click", () => print());
