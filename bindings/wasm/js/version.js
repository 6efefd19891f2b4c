/** The version of the package, and of the library inside it. */
export const version = "0.1.0";
