// What was never on the screen stays unread: the house took the whole page for read, this says how far it really was.
{
  const reading = document.querySelector("[data-reading]");
  const shown = () => (reading ? [...document.querySelectorAll("article.post[id]")] : []);
  let posts = shown();
  let last = -1, mark = posts.length - 1;
  const screen = new IntersectionObserver((seen) => seen.forEach((post) => {
    if (post.isIntersecting) last = Math.max(last, posts.indexOf(post.target));
  }), { rootMargin: "0px 0px -15% 0px" });
  posts.forEach((article) => screen.observe(article));
  const id = (n) => posts[n].id.slice(5);

  // New ones were put among them, and some drawn anew: those that were counted stay counted, by their ids.
  document.addEventListener("kith:posts", () => {
    const at = (n) => (n < 0 ? n : posts[n].id);
    const [was, marked] = [at(last), at(mark)];
    posts = shown();
    last = posts.findIndex((post) => post.id === was);
    mark = posts.findIndex((post) => post.id === marked);
    posts.forEach((article) => screen.observe(article));
  });

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden || last < 0 || last === mark) return;
    const words = new URLSearchParams({ post: id(last) });
    if (last < mark) words.set("shown", id(mark));
    mark = last;
    post(reading.dataset.reading, words, { keepalive: true }).catch(() => {});
  });
}
