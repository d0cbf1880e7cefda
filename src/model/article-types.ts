/**
 * Types of schema.org that are one article: `Article` and its kinds, which end in its name, reports and blog entries. Publishers write
 * them as a word ("NewsArticle") or as an address ("https://schema.org/NewsArticle").
 */
const ARTICLE = /(?:Article|Report|BlogPosting)$/;
/**
 * More general or neighbouring types, under which some publishers describe an article. Other things have them too (a film, a product's
 * review, a forum's entry), so that they prove nothing about a page of which it is not known that it is an article.
 */
const PERHAPS_ARTICLE = /(?:CreativeWork|Review|SocialMediaPosting)$/;

/** Types are a word or an address that ends in one. */
const MAX_TYPE_LENGTH = 100;

/** True for a type that only articles have: a page whose main object has it is an article. */
export const isArticleType = (type: string): boolean => type.length <= MAX_TYPE_LENGTH && ARTICLE.test(type);

/** True for a type that the article on an article's page may have. */
export const mayBeArticleType = (type: string): boolean =>
  isArticleType(type) || (type.length <= MAX_TYPE_LENGTH && PERHAPS_ARTICLE.test(type));
