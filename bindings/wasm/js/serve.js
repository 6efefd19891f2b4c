// What runs inside a worker: takes calls, one after the other, and always answers.

/** Answers one message; `calls` are functions by name, `ready` is the promise of `init`. */
export async function answer({ name, input, options }, calls, ready) {
  try {
    await ready;
    return { value: calls[name](input, options) };
  } catch (error) {
    // Cloning an error loses its code.
    return { error: { name: error.name, code: error.code, message: error.message } };
  }
}

/** The life of a worker in browsers: the first message says where the module is. */
export function serve(scope, init, calls) {
  let ready;
  scope.onmessage = async ({ data }) => {
    if ("init" in data) {
      ready = init(data.init);
      ready.catch(() => {}); // every answer says it
    } else {
      scope.postMessage(await answer(data, calls, ready));
    }
  };
}
