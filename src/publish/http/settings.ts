/** What the operator decides about the pages. */
export interface PublishSettings {
  /**
   * Address under which readers reach the site, such as `https://variorum.example.org`; no trailing slash needed. Null:
   * links in feeds are built from the address of the request.
   */
  readonly publicUrl: string | null;
  readonly siteName: string;
  /** Address the server binds to; on a loopback address the Host header of every request is checked. */
  readonly host: string;
  /** Shown in the footer for questions and take-down requests: a URL or mail address; null shows none. */
  readonly contact: string | null;
}

export const DEFAULT_SETTINGS: PublishSettings = {
  publicUrl: null,
  siteName: "Variorum",
  host: "127.0.0.1",
  contact: null,
};
