/** What a language says of an article beside its text: when it was made, how long it takes, how many read it. */
interface StampWords {
  /** One of these has to be there. */
  readonly keys: string;
  /** Words around them, and forms of "this article". */
  readonly beside: string;
}

/** A further language is a further row. Words of news ("killed", "opened") must never come in: lines of them are text. */
export const STAMP_WORDS: Readonly<Record<string, StampWords>> = {
  en: {
    keys: "updated update edited modified published posted read reads reader readers reading viewed views watching viewing comments comment shares share likes reactions listen",
    beside:
      "last first this article story page post was is has been are were at on by about right now currently people persons users visitors minute minutes mins min sec seconds hour hours time ago estimated today yesterday times here online who of and",
  },
  de: {
    keys: "aktualisiert aktualisierung aktualisierte bearbeitet geändert veröffentlicht erschienen lesezeit lesedauer gelesen lesen leser aufrufe kommentare kommentar geteilt stand hördauer",
    beside:
      "zuletzt erstmals das der dieser diesen artikel beitrag text die diese seite wurde ist um am vom von uhr menschen personen nutzer gerade aktuell derzeit minute minuten min stunden vor heute gestern mal bislang bisher ca etwa letzte letztes",
  },
  fr: {
    keys: "mis mise jour modifié modifiée publié publiée lecture lisent lu lecteurs vues commentaires commentaire partages partagé actualisé actualisée",
    beside:
      "à le la cet article ce texte a été est en dernière dernier fois minute minutes min heures heure h il y temps de durée personnes internautes actuellement moment par aujourd hui hier environ d",
  },
  es: {
    keys: "actualizado actualizada actualización modificado publicado publicada lectura leyendo leído lectores visitas vistas comentarios comentario compartido",
    beside:
      "última ultima este artículo esta nota noticia fue ha sido está están a las la el de del tiempo minuto minutos min hace horas hora personas usuarios ahora mismo veces por hoy ayer en h hs estimado",
  },
  it: {
    keys: "aggiornato aggiornata aggiornamento modificato pubblicato pubblicata lettura leggendo letto lettori visualizzazioni commenti commento condivisioni",
    beside:
      "ultimo ultima questo articolo è stato stata alle ore il del di tempo minuto minuti min fa persone utenti stanno adesso ora volte da oggi ieri in l",
  },
  pt: {
    keys: "atualizado atualizada atualização modificado publicado publicada leitura lendo ler lido leitores visualizações comentários comentário partilhas compartilhamentos",
    beside:
      "última este artigo esta matéria notícia foi está estão a às as em de do da tempo minuto minutos min há horas pessoas usuários agora neste momento vezes por hoje ontem h",
  },
  ca: {
    keys: "actualitzat actualitzada publicat publicada modificat lectura llegint llegit lectors visites comentaris",
    beside:
      "última aquest article ha estat està a les el de temps minut minuts min fa hores persones ara vegades avui ahir",
  },
  nl: {
    keys: "bijgewerkt bijgewerkte update gewijzigd gepubliceerd geplaatst leestijd gelezen lezen lezers weergaven reacties reactie gedeeld",
    beside:
      "laatst laatste dit artikel bericht is werd om op uur mensen personen nu momenteel minuut minuten min geleden keer vandaag gisteren ongeveer van het",
  },
  sv: {
    keys: "uppdaterad uppdaterades uppdaterat ändrad publicerad publicerades lästid läser läst läsare visningar kommentarer delningar",
    beside:
      "senast den här artikeln artikel är har kl klockan personer just nu minut minuter min sedan gånger idag igår av",
  },
  da: {
    keys: "opdateret ændret publiceret offentliggjort læsetid læser læst læsere visninger kommentarer delinger",
    beside: "sidst senest denne artikel er blev kl klokken personer lige nu minut minutter min siden gange i dag går",
  },
  nb: {
    keys: "oppdatert endret publisert lesetid leser lest lesere visninger kommentarer delinger",
    beside:
      "sist denne artikkelen artikkel er ble kl klokken personer akkurat nå minutt minutter min siden ganger i dag går",
  },
  fi: {
    keys: "päivitetty muokattu julkaistu lukuaika lukee lukenut lukijaa lukukertaa kommenttia kommentit jakoa",
    beside:
      "viimeksi tämä artikkeli juttu tätä artikkelia on klo ihmistä henkilöä nyt juuri minuutti minuuttia min sitten kertaa tänään eilen",
  },
  et: {
    keys: "uuendatud muudetud avaldatud lugemisaeg loeb loetud lugejat kommentaari vaatamist",
    beside: "viimati see artikkel on kell inimest praegu minut minutit min tagasi korda täna eile",
  },
  pl: {
    keys: "aktualizacja zaktualizowano zaktualizowany opublikowano opublikowany czytania czyta czytają przeczytano czytelników wyświetleń odsłon komentarzy komentarze udostępnień",
    beside:
      "ostatnia ten artykuł został o godz dnia czas osób osoby ludzi teraz minuta minuty minut min temu razy dziś dzisiaj wczoraj r",
  },
  cs: {
    keys: "aktualizováno aktualizace upraveno publikováno zveřejněno čtení čte čtou přečteno čtenářů zobrazení komentářů diskuse sdílení",
    beside:
      "naposledy poslední tento článek byl v ve dne doba lidí osob právě teď minuta minuty minut min před krát dnes včera hodin",
  },
  sk: {
    keys: "aktualizované aktualizácia upravené publikované zverejnené čítania čítanie číta prečítané čitateľov zobrazení komentárov zdieľaní",
    beside:
      "naposledy posledná tento článok bol o dňa doba čas ľudí osôb práve teraz minúta minúty minút min pred krát dnes včera",
  },
  sl: {
    keys: "posodobljeno objavljeno branja branje bere prebrano bralcev ogledov komentarjev",
    beside: "zadnjič ta članek je bil ob dne čas ljudi oseb trenutno minuta minute minut min pred krat danes včeraj",
  },
  hr: {
    keys: "ažurirano ažuriran objavljeno objavljen čitanja čitanje čita pročitano čitatelja čitalaca pregleda komentara dijeljenja osvježeno",
    beside:
      "zadnje posljednji put ovaj članak je u dana vrijeme vreme ljudi osoba trenutno sada minuta minute min prije pre puta danas jučer juče",
  },
  sr: {
    keys: "ажурирано објављено читања читање чита прочитано читалаца прегледа коментара освежено",
    beside: "последњи пут овај чланак је у време људи особа тренутно сада минут минута минуте мин пре пута данас јуче",
  },
  hu: {
    keys: "frissítve frissült módosítva közzétéve megjelent olvasási olvasás olvassa olvasta olvasó megtekintés hozzászólás komment megosztás",
    beside:
      "utoljára utolsó ez a cikk az idő ember ezt cikket jelenleg éppen most perc perce órakor kor alkalommal ma tegnap",
  },
  ro: {
    keys: "actualizat actualizată actualizare modificat publicat publicată citire citesc citește citit cititori vizualizări comentarii distribuiri",
    beside:
      "ultima acest articol a fost la ora pe data de timp persoane oameni acum minut minute min în urmă ori astăzi azi ieri",
  },
  bg: {
    keys: "обновена обновено актуализирана публикувана публикувано четене четат прочетена читатели преглеждания коментара коментари",
    beside:
      "последно последна тази статия новина е беше в на час ч време души хора в момента сега минута минути мин преди пъти днес вчера г",
  },
  ru: {
    keys: "обновлено обновлена обновление изменено опубликовано опубликована чтения чтение читают читает прочитали прочитано просмотров просмотра просмотры комментариев комментария комментарии поделились",
    beside:
      "последнее в эта эту статья статью материал был была время человек человека людей сейчас минута минуты минут мин назад раз сегодня вчера г",
  },
  uk: {
    keys: "оновлено опубліковано змінено читання читають читає прочитали переглядів перегляди коментарів коментарі",
    beside:
      "востаннє останнє о об у ця цю стаття статтю була час людей осіб зараз хвилина хвилини хвилин хв тому разів сьогодні вчора р",
  },
  el: {
    keys: "ενημέρωση ενημερώθηκε τροποποιήθηκε δημοσιεύτηκε δημοσιεύθηκε ανάγνωσης ανάγνωση διαβάζουν διάβασαν αναγνώστες προβολές σχόλια κοινοποιήσεις",
    beside:
      "τελευταία το άρθρο αυτό στις την χρόνος άτομα άνθρωποι τώρα αυτή στιγμή λεπτό λεπτά λεπτών πριν φορές σήμερα χθες π μ",
  },
  tr: {
    keys: "güncellendi güncelleme güncellenme güncellenmiştir yayınlandı yayınlanma yayımlandı okuma okuyor okundu okuyucu görüntülenme görüntüleme yorum paylaşım",
    beside:
      "son bu haber makale yazı haberi makaleyi saat te de da tarihinde süresi tarihi kişi şu anda an şimdi dakika dk önce kez bugün dün",
  },
  ar: {
    keys: "تحديث التحديث حُدّث حدث نشر نُشر القراءة قراءة يقرؤون يقرأون يقرأ قرأ مشاهدة مشاهدات تعليق تعليقات مشاركة",
    beside:
      "آخر تم هذا المقال المقالة الخبر في الساعة بتاريخ وقت مدة شخص شخصا أشخاص الآن حاليا دقيقة دقائق منذ مرة اليوم أمس ص م",
  },
  he: {
    keys: "עודכן עדכון פורסם קריאה קוראים קראו צפיות תגובות שיתופים",
    beside: "לאחרונה אחרון הכתבה המאמר זו הזו בשעה ב זמן אנשים כעת עכשיו את דקה דקות דק לפני פעמים היום אתמול",
  },
  fa: {
    keys: "به‌روزرسانی بروزرسانی به‌روز انتشار منتشر مطالعه خواندن می‌خوانند بازدید نظر دیدگاه",
    beside: "آخرین این مقاله خبر در ساعت زمان تاریخ شد شده نفر هم‌اکنون اکنون را دقیقه پیش بار امروز دیروز",
  },
  hi: {
    keys: "अपडेट अपडेटेड प्रकाशित पढ़ने पढ़ रहे पढ़ा देखा टिप्पणियाँ टिप्पणी शेयर",
    beside: "अंतिम यह लेख इस को में का समय बजे लोग अभी हैं है गया मिनट पहले बार आज कल को किया",
  },
  id: {
    keys: "diperbarui pembaruan diubah diterbitkan dipublikasikan membaca dibaca baca pembaca dilihat tayangan komentar dibagikan",
    beside:
      "terakhir artikel berita ini pada pukul waktu tanggal orang sedang saat sekarang menit lalu kali hari kemarin yang wib wita wit",
  },
  vi: {
    keys: "cập nhật đăng xuất bản đọc lượt xem bình luận chia sẻ",
    beside: "lần cuối bài viết này được lúc vào thời gian người đang phút trước hôm nay qua ngày tháng năm",
  },
  is: {
    keys: "uppfært breytt birt lestími lesa lesið lesendur skoðað athugasemdir deilingar",
    beside: "síðast þessi grein frétt var er kl manns núna mínúta mínútur mín síðan sinnum í dag gær",
  },
  ms: {
    keys: "dikemas kini diterbitkan disiarkan bacaan membaca dibaca pembaca tontonan komen dikongsi",
    beside: "terakhir kali artikel berita ini pada jam masa orang sedang sekarang minit lalu hari semalam telah",
  },
  lt: {
    keys: "atnaujinta paskelbta skaitymo skaito perskaitė skaitytojų peržiūrų komentarai komentarų",
    beside:
      "paskutinį kartą šis straipsnis straipsnį buvo val laikas žmonių dabar minutė minutės minučių min prieš šiandien vakar šiuo metu",
  },
  lv: {
    keys: "atjaunināts atjaunots publicēts lasīšanas lasa izlasīja lasītāji skatījumi komentāri",
    beside: "pēdējoreiz šis raksts rakstu plkst laiks cilvēki pašlaik minūte minūtes min pirms šodien vakar",
  },
};

/** Pieces of the same lines in scripts that put no space between words. A line of nothing else is a stamp or a count. */
export const UNSPACED_STAMP_PIECES: readonly string[] = [
  "この記事 記事 を が は に の で へ 読んで 読まれ 読む 読め 閲覧 います いました ました ます た 現在 人 回 件 分 秒 約 最終 更新 公開 配信 掲載 日時 日 時 時点 時間 所要 コメント シェア いいね 午前 午後 前 今日 昨日 年 月 されました 中 です",
  "本文 本文章 本 文章 这篇 這篇 篇 正在 阅读 閱讀 人 次 条 條 分钟 分鐘 秒 小时 小時 约 約 最后 最後 更新 发布 發布 发表 發表 于 於 时间 時間 浏览 瀏覽 评论 評論 分享 点赞 有 在 了 已 被 需 上午 下午 前 今天 昨天 年 月 日 预计 預計 读 讀",
  "이 기사 기사를 기사는 를 을 가 이 은 는 에 의 명 명이 사람 사람이 읽고 있습니다 읽는 읽음 조회 조회수 댓글 공유 최종 수정 입력 업데이트 등록 게시 되었습니다 됨 시간 분 초 약 오전 오후 전 오늘 어제 년 월 일 시 건 회 지금 현재 소요",
  "อัปเดต อัพเดต ล่าสุด เผยแพร่ เมื่อ เวลา น. อ่าน บทความ นี้ ข่าว คน กำลัง ครั้ง นาที ชั่วโมง ที่แล้ว วันนี้ เมื่อวาน ใน การ ความคิดเห็น แชร์ ผู้",
].flatMap((row) => row.split(" "));
