import assert from "node:assert/strict";
import { test } from "node:test";
import { isArticleType, mayBeArticleType } from "#model/article-types";

/** Type as pages write it, whether it proves an article, and whether an article may have it. */
const TYPES: readonly (readonly [type: string, proves: boolean, may: boolean])[] = [
  ["Article", true, true],
  ["NewsArticle", true, true],
  ["https://schema.org/NewsArticle", true, true],
  ["http://schema.org/Article", true, true],
  ["schema:OpinionNewsArticle", true, true],
  ["ReportageNewsArticle", true, true],
  ["TechArticle", true, true],
  ["ScholarlyArticle", true, true],
  ["SatiricalArticle", true, true],
  ["Report", true, true],
  ["BlogPosting", true, true],
  ["LiveBlogPosting", true, true],
  ["SocialMediaPosting", false, true],
  ["CreativeWork", false, true],
  ["Review", false, true],
  ["CriticReview", false, true],
  ["WebPage", false, false],
  ["NewsMediaOrganization", false, false],
  ["ArticleList", false, false],
  ["DiscussionForumPosting", false, false],
  ["Blog", false, false],
  ["", false, false],
  [`${"x".repeat(200)}Article`, false, false],
];

for (const [type, proves, may] of TYPES)
  test(`"${type.slice(0, 40)}" ${proves ? "is" : may ? "may be" : "is not"} the type of an article`, () => {
    assert.equal(isArticleType(type), proves);
    assert.equal(mayBeArticleType(type), may);
  });
