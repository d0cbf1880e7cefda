/** Whether an address begins with a scheme and "//", as `https://` does. */
export const hasScheme = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text.trim());
