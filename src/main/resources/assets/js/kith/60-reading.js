// What was never on the screen stays unread: the house took the whole page for read, this says how far it really was.
{
  const reading = document.querySelector("[data-reading]");
  const posts = reading ? [...document.querySelectorAll("article.post[id]")] : [];
  let last = -1, mark = posts.length - 1;
  const screen = new IntersectionObserver((seen) => seen.forEach((post) => {
    if (post.isIntersecting) last = Math.max(last, posts.indexOf(post.target));
  }), { rootMargin: "0px 0px -15% 0px" });
  posts.forEach((article) => screen.observe(article));
  const id = (n) => posts[n].id.slice(5);

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden || last < 0 || last === mark) return;
    const words = new URLSearchParams({ post: id(last) });
    if (last < mark) words.set("shown", id(mark));
    mark = last;
    post(reading.dataset.reading, words, { keepalive: true }).catch(() => {});
  });
}
