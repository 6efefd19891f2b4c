/** Why nothing came back; `code` is the same in every language. */
export class BulletinError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = "BulletinError";
    this.code = code;
  }
}
