// Only in `cargo xtask serve`: reloads the page when it was rebuilt, or when the server is back.
const builds = new EventSource("rebuilt");
builds.onmessage = () => location.reload();
builds.onerror = () => {
  builds.onopen = () => location.reload();
};
