import { mix } from "#newsroom/random";

/** The page's main part in the declared shadow root of an element of the house, or in one in another, or slotted into one. */
export function withShadowRoots(page: string, seed: number): string {
  const at = page.indexOf("<main>");
  const end = page.lastIndexOf("</main>");
  if (at < 0 || end < 0) return page;
  const main = page.slice(at, end + "</main>".length);
  const mode = seed % 2 === 0 ? "open" : "closed";
  const root = (content: string): string => `<template shadowrootmode="${mode}">${content}</template>`;
  const forms = [
    `<news-page>${root(main)}</news-page>`,
    `<x-app>${root(`<x-page>${root(main)}</x-page>`)}</x-app>`,
    `<x-frame>${root("<div><slot></slot></div>")}${main}</x-frame>`,
    `<x-frame>${root('<slot name="text"></slot><slot></slot>')}<div slot="text">${main}</div></x-frame>`,
  ];
  return page.slice(0, at) + forms[mix(seed, 11) % forms.length]! + page.slice(end + "</main>".length);
}
