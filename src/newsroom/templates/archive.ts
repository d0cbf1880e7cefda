import { MINUTE_MS } from "#lib/clock";
import type { ArticlePage, Face, FrontPage, Template } from "#newsroom/site";
import { esc, links } from "./markup.ts";

/** A subject archive from the age of tables: no metadata at all, windows-1252 declared by the page, visits counted. */
export const archiveTemplate: Template = { article, front };

function article(page: ArticlePage): string {
  const { text } = page;
  return shell(
    page,
    `${text.headline} : ${page.section} : Meridian by Subject`,
    `<TR><TD CLASS="subject"><A HREF="/subjects/${page.section}/">${esc(heading(page.section))}</A></TD></TR>
<TR><TD CLASS="story">
<H2>${esc(text.headline)}</H2>
<DIV CLASS="from"><I>${esc(page.byline.join(", "))}</I> - ${new Date(page.publishedAt).toISOString().slice(0, 10)}</DIV>
<P><B>${esc(text.standfirst ?? "")}</B></P>
${text.corrections.map((c) => `<P CLASS="note"><I>${esc(c)}</I></P>`).join("\n")}
${text.blocks.map((b) => (b.kind === "heading" ? `<H4>${esc(b.text)}</H4>` : `<P>${esc(b.text)}`)).join("\n")}
</TD></TR>
<TR><TD CLASS="also"><B>Also under this heading</B><BR>
${links(page.related, (t) => `<A HREF="${t.url}">${esc(t.headline)}</A><BR>`)}</TD></TR>`,
  );
}

function front(page: FrontPage): string {
  return shell(
    page,
    page.section ? `${heading(page.section)} : Meridian by Subject` : "Meridian by Subject",
    `<TR><TD>${page.sections.map((s) => `<A HREF="/subjects/${s}/">${esc(heading(s))}</A>`).join(" | ")}</TD></TR>
<TR><TD><UL>
${links(page.teasers, (t) => `<LI><A HREF="${t.url}">${esc(t.headline)}</A> <SMALL>(${esc(heading(t.section))})</SMALL>`)}
</UL></TD></TR>`,
  );
}

function shell(face: Face, title: string, rows: string): string {
  const feeds = face.site.feeds
    .filter((f) => f.linked)
    .map(
      (f) =>
        `<LINK REL="alternate" TYPE="application/${f.kind === "json" ? "feed+json" : "rss+xml"}" HREF="${f.path}">`,
    );
  return `<HTML LANG="en">
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">
<TITLE>${esc(title)}</TITLE>
${feeds.join("\n")}
</HEAD>
<BODY BGCOLOR="#FFFDF5" TEXT="#222222">
<TABLE WIDTH="720" ALIGN="CENTER" CELLPADDING="6">
<TR><TD BGCOLOR="#34495E"><FONT COLOR="#FFFFFF" SIZE="5">Meridian by Subject</FONT> <A HREF="/">Index</A> <A HREF="/about">What is this?</A></TD></TR>
${rows}
<TR><TD><SMALL>Wire stories republished under subject headings by the Corrow University Library. You are visitor ${Math.floor(face.now / MINUTE_MS) % 1_000_000}.</SMALL></TD></TR>
</TABLE>
</BODY>
</HTML>
`;
}

const heading = (section: string): string =>
  section.replace(/-/g, " ").replace(/^\w/, (letter) => letter.toUpperCase());
