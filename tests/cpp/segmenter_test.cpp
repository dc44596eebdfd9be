// Sentence boundaries, kinds and options. Golden values are written by hand.
#include "tersely/segmenter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tersely/error.h"

namespace tersely {
namespace {

std::vector<Unit> segment_text(std::string_view text, std::string_view language, const SegmenterOptions& options = {}) {
  return segment(text, Language::find(language), options, Cancel());
}

std::vector<std::string> split(std::string_view text, std::string_view language = "en",
                               const SegmenterOptions& options = {}) {
  std::vector<std::string> units;
  for (const Unit& unit : segment_text(text, language, options)) units.emplace_back(unit.span.of(text));
  return units;
}

/// A text with '|' before every unit but the first.
struct Golden {
  const char* language;
  const char* marked;
};

void PrintTo(const Golden& golden, std::ostream* out) { *out << golden.language << ": " << golden.marked; }

std::string_view trim_spaces(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n\r\t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n\r\t") - begin + 1);
}

class Boundaries : public testing::TestWithParam<Golden> {};

TEST_P(Boundaries, AreWhereTheMarksAre) {
  const std::string_view marked = GetParam().marked;
  std::string text;
  std::vector<std::string> expected;
  for (std::size_t begin = 0; begin <= marked.size();) {
    const std::size_t end = std::min(marked.find('|', begin), marked.size());
    const std::string_view unit = marked.substr(begin, end - begin);
    text += unit;
    expected.emplace_back(trim_spaces(unit));
    begin = end + 1;
  }
  EXPECT_EQ(split(text, GetParam().language), expected);
}

constexpr Golden plain_stops[] = {
    {"en", "He left.| She stayed!| Did they meet?| No."},
    {"en", "One sentence without a stop"},
    {"en", "Really?!| Yes!!!| Good."},
    {"en", "It costs 3.50 dollars, i.e. nothing.| Fine."},
    {"en", "Mail a.b@example.com or see www.example.org/a.html for more.| Then wait."},
    {"en", "The file main.cpp and the call os.path.join stay whole.| So does v1.2.3 here."},
};
INSTANTIATE_TEST_SUITE_P(PlainStops, Boundaries, testing::ValuesIn(plain_stops));

constexpr Golden abbreviations[] = {
    {"en", "Dr. Smith met Mrs. Jones.| They talked."},
    {"en", "See Fig. 3 and No. 7.| Both matter."},
    {"en", "He said no. |Then he left."},
    {"en", "She works at Acme Inc. in Ohio.| He does not."},
    {"en", "She works at Acme Inc.| The firm is old."},
    {"en", "It began at 5 p.m. yesterday and ended at 7 p.m. |We left."},
    {"en", "The call is at 9 a.m. Tuesday."},
    {"en", "Apples, pears, etc. are fruit.| Bring bread, cheese, etc.| Nothing else."},
    {"en", "He moved to the U.S. in May.| She lives in the U.S.| They write."},
    {"en", "The U.S. Senate met.| It voted."},
    {"en", "The cat sat.| Dogs ran to the mass.| People sang."},
    {"en", "Cmdr. Riker of the Blvd. Hotel spoke.| All heard."},
    {"en", "They met at St. Mary's.| Mr. Smith left.| You didn't.| Peter did."},
    {"de", "Das ist z.B. Herr Dr. Meier.| Er kommt usw.| Mehr nicht."},
    {"de", "Die Fa. Meier liefert.| Das ist gut."},
    {"fr", "M. Dupont et Mme. Durand, cf. p. 12, sont venus.| Ils partent."},
    {"fr", "Selon l'art. 5, c'est non.| Il l'a dit."},
    {"es", "El Sr. García llegó.| La Sra. López no."},
    {"es", "Vive en EE. UU. desde 1990.| El resto no."},
    {"es",
     "Nos vemos el lun. 15 de marzo durante 5 min. más o menos.| Lea el párr. 5 y espere.| Volverá el vie.| Adiós."},
    {"it", "Il sig. Rossi è qui.| L'art. 12 è chiaro."},
    {"it", "La centrale meteor. si è guastata.| Studia econ. az. a Roma.| Studia geogr.| Il libro è suo."},
    {"pl", "To słowo węg. jest krótkie, a bałt. nie.| Tak."},
    {"ru", "Это г-н Иванов и т.д.| Он живёт на ул. Ленина в г. Москве.| Да."},
    {"uk", "Він живе на вул. Шевченка.| Так."},
    {"tr", "Dr. Yılmaz geldi.| O gitti."},
};
INSTANTIATE_TEST_SUITE_P(Abbreviations, Boundaries, testing::ValuesIn(abbreviations));

constexpr Golden initials[] = {
    {"en", "J. R. R. Tolkien wrote.| He was J.-P. Sartre."},
    {"en", "Take plan B.| The other failed."},
    {"en", "He lives in the U. S.| He likes it."},
    {"ru", "На ней был А. С. Пушкин.| Он ушёл."},
    {"hi", "यह बी. सी. में है।| वह नहीं।"},
};
INSTANTIATE_TEST_SUITE_P(Initials, Boundaries, testing::ValuesIn(initials));

constexpr Golden ordinals[] = {
    {"de", "Am 3. Mai kam der 2. Mann.| Er blieb bis zum 4.| Dann ging er."},
    {"de", "Ludwig XIV. regierte lange.| Dort steht er."},
    {"da", "Den 5. maj kom han.| Hun gik."},
    {"en", "There were 3.| May came."},
};
INSTANTIATE_TEST_SUITE_P(Ordinals, Boundaries, testing::ValuesIn(ordinals));

constexpr Golden quotes_and_brackets[] = {
    // The space after the closing mark is missing, or the mark opens, or it means something else.
    {"fr", "Il a dit : \"C'est la finale.\"|En tous les cas, il joue."},
    {"en", "He said: \"It is over.\"|The others left."},
    {"en", "She said.\"Come here.\"| He came."},
    {"en", "The \"file.\"x is new."},
    {"en", "\"Why?\" she asked.| \"Because!\"| \"I see.\""},
    {"en", "\"Are you a teacher?\" I asked.| She laughed."},
    {"en", "“Stop!” Tom said.| “Go on,” she said."},
    {"en", "He agreed (reluctantly.)| Then he left."},
    {"en", "It works (see Smith et al. 2001).| So there."},
    {"en", "“Laws will appear.” (Smith 55).| Next."},
    {"en", "I saw Viva Maria! (1965) twice.| Twice!"},
    {"en", "It is big (pop. 256,000).| Really."},
    {"de", "„Komm!“ rief er.| „Nein.“| Sie blieb."},
    {"fr", "« Vraiment ? » dit-il.| Oui ! |Non."},
    {"en", "\" Tokenised text ends here . \" |The next one begins ."},
};
INSTANTIATE_TEST_SUITE_P(QuotesAndBrackets, Boundaries, testing::ValuesIn(quotes_and_brackets));

constexpr Golden ellipses[] = {
    {"en", "Wait ... what is it?| Nothing…| All right."},
    {"en", "Some words . . . are missing.| Yes."},
    {"en", "I never meant that....| She left."},
    {"en", "He stopped.| ...and then went on."},
};
INSTANTIATE_TEST_SUITE_P(Ellipses, Boundaries, testing::ValuesIn(ellipses));

constexpr Golden references[] = {
    {"en", "Grit matters.[3]| The rest does not.[4, 5]| So they say."},
    {"en", "Grit matters. [3] |The rest does not."},
    {"en", "Grit matters.¹² |The rest does not."},
    {"en", "They pay a fee. 8 |The journals appear anyway."},
    {"en", "They paid a fee.| 8 journals closed."},
    {"en", "It opens a gap in a consultation.11 12 |Take the example of a cold."},
    {"en",
     "We call them functional types.2 |Each is a list.3,4 |Others (type 2).10 |This is how we use it.1 |SCL is new."},
    {"en", "They told us “no.”3 |And that was the part-of-speech tag.8 |“Why?” is open."},
    {"en", "See Fig.3 Shows, vol.2 Number, the U.S.2 Team and Python 3.5 Now."},
    {"en", "Use version.2 of it or www.example.2 Next or a/data.2 Next or year.2004 Next."},
    {"de", "So steht es im Text.4 |Das ist alles, vgl. Art.3 Satz 1."},
};
INSTANTIATE_TEST_SUITE_P(References, Boundaries, testing::ValuesIn(references));

constexpr Golden letter_case[] = {
    {"en", "we ate there.| it was fine.| the end."},
    {"en", "He shops at Yahoo! in town.| Is that so?| it is"},
    {"en", "I asked what wikiHow is.| wikiHow is a site.| It grows."},
    {"en", "Prof. of physics and approx. twenty people came."},
};
INSTANTIATE_TEST_SUITE_P(LetterCase, Boundaries, testing::ValuesIn(letter_case));

constexpr Golden missing_spaces[] = {
    {"en", "The cat sat.|The dog barked."},  {"en", "It costs 1,000.|That is much."},
    {"en", "Version 2.0.1.|Then it broke."}, {"en", "Use System.Out.Print here.| Fine."},
    {"en", "Are you sure?|Yes!|Good."},      {"ru", "Он ушёл.|Она осталась."},
};
INSTANTIATE_TEST_SUITE_P(MissingSpaces, Boundaries, testing::ValuesIn(missing_spaces));

constexpr Golden lists_in_lines[] = {
    {"en", "1. Apples |2. Pears |3. Plums"},
    {"en", "(a) one thing |(b) another |(c) a third"},
    {"en", "We want this.| 1. Apples |2. Pears |3. Plums."},
    {"en", "There is a) one thing and b) another."},
    {"en", "• Apples |• Pears |• Plums"},
    {"en", "1. The first 3. is no list."},
};
INSTANTIATE_TEST_SUITE_P(ListsInLines, Boundaries, testing::ValuesIn(lists_in_lines));

constexpr Golden scripts[] = {
    {"zh", "他来了。|她走了！|为什么？|不知道"},
    {"zh", "他说：“你好。”|然后走了。"},
    {"ja", "「行く。」と言った。|彼は「帰る。」|彼女は泣いた。"},
    {"ja", "彼女は笑った（本当に。）。|そして帰った。"},
    {"ja", "『待って。止まって。』と叫んだ。|終わり。"},
    {"ko", "그는 왔다.| 그녀는 갔다."},
    {"hi", "वह आया।| वह गई।|क्यों?"},
    {"ar", "هل جاء؟| نعم.| ذهب"},
    {"ur", "وہ آیا۔ |وہ گئی۔"},
    {"am", "ሰላም።|እንደምን ነህ፧|ደህና።"},
    {"hy", "Նա եկավ:| Նա գնաց։| Լավ"},
    {"el", "Πού είναι;| Εδώ.| Καλά;"},
    {"en", "He wrote; she read: both were done."},
    {"my", "သူလာသည်။ |သူသွားသည်။"},
    {"km", "គាត់មក។ |នាងទៅ។"},
    {"th", "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอน |ภาษาไทยเป็นภาษาราชการของประเทศไทยและภาษาแม่ของชาวไทย"},
    {"th", "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอน และใช้กันทั่วไป"},
};
INSTANTIATE_TEST_SUITE_P(Scripts, Boundaries, testing::ValuesIn(scripts));

constexpr Golden tokenised_lower_case[] = {
    {"en", "the mayor spoke .| he was tired .| who paid ?| the county did ."},
    {"en", "police said the road is shut .| -lrb- it has a crack . -rrb-| buses take the upper road ."},
    {"en", "the model of smith et al . is used .| see fig . 3 for details .| we thank dr . moor for help ."},
    {"en", "costs fell by 3.5 % in 2010 .| sales rose to 5 km .| nobody knew why ."},
    {"fr", "le barrage est ferme .| personne n' a ete blesse .| la route reste fermee ."},
    {"es", "la presa esta cerrada .| nadie resulto herido .| el camino sigue cerrado ."},
    {"it", "la diga e chiusa .| nessuno si e fatto male .| la strada resta chiusa ."},
    {"en", "low @-@ cost pumps are sold .| they cost 1 @.@ 5 million ."},
    {"en", "the dam is closed.<n>|nobody was hurt.<n>|the road is shut."},
};
INSTANTIATE_TEST_SUITE_P(TokenisedLowerCase, Boundaries, testing::ValuesIn(tokenised_lower_case));

constexpr Golden citations[] = {
    {"en", "See Roe v. Wade, 410 U. S. 113, 153 (1973).| The claim fails."},
    {"en", "The court cited 12 F. Supp. 2d 345, 350.| It did not agree."},
    {"en", "In 55 Cal. App. 4th 12, the rule was stated.| It stands."},
    {"en", "See 5 S. Ct. 12 and 45 Am. J. Int'l L. 7.| Both are old."},
    {"en", "Under Fed. R. Evid. 702 the expert may testify.| Fed. R. Crim. P. 11 governs pleas."},
    {"en", "See Tex. Penal Code § 12 and N.Y. Gen. Bus. Law § 349.| Both apply."},
    {"en", "U.S. Pat. No. 5,123,456 is valid.| The other is not."},
    {"en", "The Ninth Cir. 2010 opinion is short.| See Exec. Order No. 12."},
    {"en", "It cites Pub. L. No. 94-12 and 42 U.S.C. § 1983.| Nothing else."},
    {"de", "BGH, Urt. v. 3. Mai 2018, Az. VI ZR 7/18.| Das Urteil ist rechtskräftig."},
    {"de", "Nach § 5 Abs. 2 S. 1 Nr. 3 BGB gilt das.| Vgl. Rn. 12 und Art. 3 GG."},
    {"fr", "Cass. civ. 5 mai 2010, n° 12-345, est clair.| L'art. L. 123-4 aussi."},
    {"it", "Cass. civ., sez. III, sent. n. 12 del 2010.| Il ricorso è accolto."},
    {"es", "Véase la STS núm. 5 y el art. 12 del R.D. 5/2010.| No hay más."},
    {"pl", "Zob. art. 5 ust. 2 pkt. 3 oraz Dz. U. Nr 5, poz. 12.| To wszystko."},
};
INSTANTIATE_TEST_SUITE_P(Citations, Boundaries, testing::ValuesIn(citations));

constexpr Golden chapters_and_verses[] = {
    {"en", "He read Gen. 1:1 and Rev. 3:20 aloud.| See also 1 Cor. 13 and Isa. 40.| They left."},
    {"de", "Er las Joh. 3,16 und Röm. 8,28 vor.| Dann ging er."},
    {"es", "Lea Mt. 5:3 y Rom. 8:28.| Luego salga."},
    {"fr", "Voir Jn. 3.16 et Rom. 8.28.| Il partit."},
};
INSTANTIATE_TEST_SUITE_P(ChaptersAndVerses, Boundaries, testing::ValuesIn(chapters_and_verses));

constexpr Golden abbreviations_before_numbers[] = {
    {"und", "Die Wohnung hat 75 qm inkl. Balkon.| Bezug ab 1. Mai möglich."},
    {"en", "He kept the cat.| 5 dogs came on Monday.| 12 people saw it in 2018.| 3.5 million did not."},
    {"en", "Set the temp. 20 degrees lower.| The max. 5 people may enter."},
    {"en", "See Suppl. Table S1 and Ext. Data Fig. 2.| Both are new."},
    {"en", "Hill & Co. & Sons sell pumps.| They are cheap."},
    {"en", "He added 5 mL of soln. B to it.| It was warm."},
    {"en", "I said no.| I left.| Did he go?| No.| Did he?"},
    {"en", "ART. 5 IS VOID.| SEE NO. 12 AND FIG. 3.| THE REST STANDS."},
    {"de", "Die Wohnung kostet 700 Euro mtl. warm.| Sie hat 3 Zi. und einen Balkon inkl. Stellplatz."},
    {"de", "Siehe Abb. 3 und Tab. 2.| Die Temp. beträgt max. 5 Grad."},
    {"it", "Cfr. pagg. 12 segg. e l'art. 5 co. 2.| È tutto."},
    {"it", "Vedi sent. n. 5 e fig. 3.| Il resto no."},
    {"es", "Véase la pág. 12 y la fig. 3.| Cuesta aprox. 5 euros.| Nada más."},
    {"es", "Vive en la Avda. Goya núm. 5.| El tel. 555 no funciona."},
    {"fi", "Katso s. 5 ja kuva 3.| Hän tuli klo 5.| Se on esim. Helsinki."},
    {"fi", "Laki tuli voimaan 1. tammikuuta 2010.| Ks. art. 5 ja luku 2."},
    {"lt", "Žr. 12 psl. ir 3 lent.| Tai svarbu."},
    {"lt", "Gimė 1990 m. Vilniuje.| Gyvena Gedimino pr. 5, Kaune."},
    {"lv", "Sk. 5. lpp. un 3. att.| Tas ir viss."},
    {"et", "Vt. lk. 5 ja joon. 3.| See on kõik."},
    {"sr", "Види чл. 12. и стр. 5.| То је све."},
    {"sr", "Рођен је 1950. год. у Београду.| Умро је тамо."},
    {"hr", "Vidi čl. 5. st. 2. zakona.| To je sve."},
    {"hr", "Npr. Zagreb je velik.| Rođen je 3. svibnja 1950. godine."},
    {"sl", "Glej čl. 5 in str. 12.| To je vse."},
    {"bg", "Виж чл. 5, ал. 2 и стр. 12.| Това е всичко."},
    {"uk", "Купив хліб, сир і т. п.| Потім пішов."},
    {"uk", "Були яблука, груші і т. д.| Він їх з'їв.| Див. рис. 3 та ст. 5."},
    {"ru", "Купил хлеб, сыр и т. д.| Потом ушёл.| См. рис. 3 и ст. 5."},
    {"sk", "Je to okr. Nitra, stor. Peter, franc. Paris.| Pozri str. 5 a obr. 3."},
    {"sk", "Napr. Bratislava je veľká.| Narodil sa 3. mája 1950 v Nitre."},
    {"cs", "Viz str. 5 a obr. 3.| Např. Praha je velká."},
    {"cs", "Stálo to 500 Kč.| Další den pršelo."},
    {"hi", "मूल्य रु. 500 है।| पृ. 12 देखें।"},
    {"hi", "डॉ. शर्मा आए।| वे सं. 5 में रहते हैं।"},
    {"hu", "Lásd a 12. old. és az 5. §-t.| Ez minden."},
    {"ro", "Vezi pag. 12 și art. 5 alin. 2.| Asta e tot."},
    {"tr", "Bkz. s. 12 ve md. 5.| Hepsi bu."},
    {"sv", "Se s. 12 och kap. 3.| Det kostar ca. 500 kr.| Sedan gick han."},
    {"da", "Se s. 12 og § 5, stk. 2.| Det er alt."},
    {"nl", "Zie blz. 12 en art. 5 lid 2.| Dat is alles."},
    {"pt", "Veja a pág. 12 e o art. 5.º da lei.| É tudo."},
    {"el", "Βλ. σελ. 12 και αρ. 5.| Αυτά είναι όλα."},
    {"id", "Lihat hlm. 12 dan Ps. 5.| Itu saja."},
    {"is", "Sjá bls. 12 og mynd 3.| Það er allt."},
    {"und", "הוא עבד באו\"ם.| בסוף הלך הביתה."},
    {"und", "גר בת\"א.| אחר כך עבר לחיפה."},
};
INSTANTIATE_TEST_SUITE_P(AbbreviationsBeforeNumbers, Boundaries, testing::ValuesIn(abbreviations_before_numbers));

constexpr Golden units_and_acronyms[] = {
    {"en", "He ran 5 km.| 12 people watched."},
    {"en", "It weighs 5 kg.| Farmers carry it.| The drop is 3 ft.| Hikers fall."},
    {"en", "It runs at 50 Hz.| Users hear it.| It took 5 min.| Smith won."},
    {"en", "The speed is 120 km/h.| Drivers like it.| It is 6 ft. 3 in. tall."},
    {"en", "They run 24.04 LTS.| Users wait.| The call is at 9 EST.| Farmers sleep."},
    {"en", "He holds an MD.| Patients trust him.| Lt. Smith agreed."},
    {"de", "Er wiegt 80 kg.| Hunde mag er nicht.| Die Fahrt dauert 5 Std.| Das ist lang."},
    {"fr", "Il pèse 80 kg.| Marie aussi.| La route fait 5 km.| Pierre marche."},
    {"es", "Pesa 80 kg.| María también.| Mide 5 cm.| Pedro no."},
    {"ru", "Он весит 80 кг.| Иван тоже.| До села 5 км.| Пётр идёт."},
    {"pl", "Waży 80 kg.| Piotr też.| Kosztuje 5 zł.| Anna płaci."},
    {"it", "Pesa 80 kg.| Marco no.| Dura 5 ms.| Luca guarda."},
};
INSTANTIATE_TEST_SUITE_P(UnitsAndAcronyms, Boundaries, testing::ValuesIn(units_and_acronyms));

constexpr Golden markdown_closers[] = {
    {"en", "He said *never.*| Tom left.| Call `run.`| Then wait."},
    {"en", "__Stop here.__| Go on.| ***Both now.***| End."},
    {"en", "See [the guide.](https://a.b/c.html \"The guide.\")| It helps."},
    {"en", "Use *.txt and main.* files.| They help."},
    {"de", "**Neu.**| Das ist gut.| *Alt.*| Das nicht."},
    {"fr", "**Pourquoi ?**| Parce que.| _Voilà._| Fin."},
    {"ru", "**Быстро.**| Он ушёл.| *Нет.*| Она осталась."},
    {"zh", "**他来了。**|她走了。"},
    {"en", "- **Fast.**| It runs.\n|- **Small:** It is tiny."},
};
INSTANTIATE_TEST_SUITE_P(MarkdownClosers, Boundaries, testing::ValuesIn(markdown_closers));

constexpr Golden leftovers_of_html[] = {
    {"en", "It was good.<br>|The end was not.<br/>|I left."},
    {"en", "<b>Speed.</b>| They run fast.| <i>Fine.</i>| Next one."},
    {"en", "It is closed.&nbsp;| The shop moved.| He said &ldquo;go.&rdquo;| She went."},
    {"en", "First line.\\r\\n|Second line.\\n\\n|Third line"},
    {"en", "Use C:\\new\\data.| Then open it."},
    {"fr", "C'est fermé.<br /><br />|Le magasin a déménagé."},
    {"de", "Es ist zu.<br />|Der Laden zog um.&nbsp;| Er kommt nicht."},
    {"es", "Está cerrado.\\n|La tienda se mudó."},
    {"en", "<p>The dam is closed.</p>|<p>Nobody was hurt.</p>"},
};
INSTANTIATE_TEST_SUITE_P(LeftoversOfHtml, Boundaries, testing::ValuesIn(leftovers_of_html));

constexpr Golden numbers_and_notes[] = {
    {"en", "1 In the old days there was a dam.| 2 And the dam was closed.| 3 The people left."},
    {"de", "1 Am Anfang war der Damm.| 2 Und der Damm war zu.| 3 Da gingen die Leute."},
    {"en", "FACTS| 1. The dam was built.| 2. It fell.| 3. Nobody paid."},
    {"uk", "8.1. Згідно з договором він платить.| 8.2. Сторони згодні."},
    {"uk", "Сторони домовились.| 8.1. Згідно з договором він платить.| 8.2. Сторони згодні."},
    {"hi", "राम आया।| सीता गई ॥ १ ॥| सब चले गए ॥२॥"},
    {"ko", "회의는 2020. 5. 3. 열렸다.| 모두 왔다."},
    {"ko", "계약일은 2021. 12. 31. 서울에서 정했다.| 끝."},
    {"hu", "A gyűlés 2020. 5. 3. napján volt.| Mindenki eljött."},
    {"en", "It is old.[citation needed]| It fell.[clarification needed][3]| Done."},
    {"de", "Das ist alt.[Beleg fehlt]| Es fiel um."},
    {"fr", "C'est vieux.[réf. nécessaire]| Il tomba."},
    {"en", "I like this stuff!|it was cheap.| so good!|the end is near."},
    {"fr", "Il travaille à la SpF.|Un homme le suit."},
    {"en", "She works for NASA.|The lab is big."},
};
INSTANTIATE_TEST_SUITE_P(NumbersAndNotes, Boundaries, testing::ValuesIn(numbers_and_notes));

constexpr Golden reported_speech[] = {
    {"zh", "“我走了。”她说道。|大家都笑了。"},
    {"zh", "“为什么？”小明问。|没有人回答。"},
    {"zh", "「我不去。」他說。|然後他走了。"},
    {"ja", "「行く。」彼は言った。|終わり。"},
    {"ja", "「なぜ？」母が尋ねた。|誰も答えなかった。"},
    {"ja", "「帰る。」|彼女は泣いた。"},
    {"ja", "「はい」|「いいえ」|「そうです」"},
    {"ja", "「はい。」|「いいえ。」|「そう？」|「うん。」"},
    {"fr", "— Où vas-tu ? dit-il.| — À Paris, répondit-elle."},
    {"fr", "Tu viens ? demanda Marie.| Il ne dit rien."},
    {"es", "¿Vienes? preguntó María.| Él no dijo nada."},
    {"it", "Vieni? chiese Maria.| Lui tacque."},
};
INSTANTIATE_TEST_SUITE_P(ReportedSpeech, Boundaries, testing::ValuesIn(reported_speech));

TEST(Scripts, ABarMayStandForADanda) {
  EXPECT_EQ(split("वह आया | वह भी गया था |", "hi"), (std::vector<std::string>{"वह आया |", "वह भी गया था |"}));
  EXPECT_EQ(split("तो घरी आला | ती घरी गेली |", "mr"), (std::vector<std::string>{"तो घरी आला |", "ती घरी गेली |"}));
  EXPECT_EQ(split("खबर | खेल | मौसम", "hi").size(), 1u);  // a menu
  EXPECT_EQ(split("home | news | help", "en").size(), 1u);
}

// --- lines ---------------------------------------------------------------------------------------------------------

const char* const wrapped_letter =
    "The committee met on Tuesday and discussed the budget for the next\n"
    "year. Nobody objected to the plan, although several members asked for\n"
    "more time to read it. The chair closed the meeting at five o'clock and\n"
    "thanked everyone for coming.\n";

TEST(Lines, HardWrappedTextIsJoined) {
  const std::vector<std::string> units = split(wrapped_letter);
  ASSERT_EQ(units.size(), 3u);
  EXPECT_EQ(units[0], "The committee met on Tuesday and discussed the budget for the next\nyear.");
}

TEST(Lines, CarriageReturnsChangeNoBoundary) {
  std::string crlf;
  for (const char c : std::string_view(wrapped_letter)) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const std::vector<std::string> units = split(crlf);
  ASSERT_EQ(units.size(), 3u);
  EXPECT_EQ(units[2], "The chair closed the meeting at five o'clock and\r\nthanked everyone for coming.");
}

TEST(Lines, OneParagraphALineStaysSo) {
  EXPECT_EQ(split("A headline\nBy our correspondent\nThe text begins here. It goes on.\nA caption"),
            (std::vector<std::string>{"A headline", "By our correspondent", "The text begins here.", "It goes on.",
                                      "A caption"}));
}

TEST(Lines, RecordsAreNeverJoined) {
  const std::string log =
      "2024-01-01 10:00:01,123 INFO  server started on port 8080 with 4 workers\n"
      "2024-01-01 10:00:02,456 WARN  client disconnected before the reply was sent\n"
      "2024-01-01 10:00:03,789 INFO  server stopped after 2 requests in 3 seconds\n";
  EXPECT_EQ(split(log).size(), 3u);
  const std::string csv = "name,city,amount,comment\nanna,oslo,12.50,paid in cash\nbob,bergen,9.99,paid by card\n";
  EXPECT_EQ(split(csv).size(), 3u);
  const std::string json = "{\"a\": 1, \"b\": \"first line of data\"}\n{\"a\": 2, \"b\": \"second line of data\"}\n";
  EXPECT_EQ(split(json).size(), 2u);
}

TEST(Lines, EveryLineBreakOfUnicodeCounts) {
  EXPECT_EQ(split("One\rTwo\r\nThree\xc2\x85"
                  "Four\u2028"
                  "Five\u2029"
                  "Six\x0b"
                  "Seven\x0c"
                  "Eight")
                .size(),
            8u);
}

TEST(Lines, FlowedLinesGoOn) {
  EXPECT_EQ(split("It was a cold \nnight in the city."),
            std::vector<std::string>{"It was a cold \nnight in the city."});
  EXPECT_EQ(split("It was a cold\nnight in the city.").size(), 2u);
}

TEST(Lines, NewlineOptionDecides) {
  const std::string text =
      "First line\nsecond line\n\nthird line\x0c"
      "fourth line";
  SegmenterOptions options;
  options.newline = Newline::hard;
  EXPECT_EQ(split(wrapped_letter, "en", options).size(), 6u);
  options.newline = Newline::blank;
  EXPECT_EQ(split(text, "en", options),
            (std::vector<std::string>{"First line\nsecond line", "third line", "fourth line"}));
  options.newline = Newline::join;
  EXPECT_EQ(split(text, "en", options),
            (std::vector<std::string>{"First line\nsecond line\n\nthird line", "fourth line"}));
}

TEST(Lines, ParagraphsAreNumbered) {
  const std::vector<Unit> units = segment_text("Title\n\nOne. Two.\n\nThree.", "en");
  ASSERT_EQ(units.size(), 4u);
  EXPECT_EQ(units[0].paragraph, 0u);
  EXPECT_EQ(units[1].paragraph, 1u);
  EXPECT_EQ(units[2].paragraph, 1u);
  EXPECT_EQ(units[3].paragraph, 2u);
}

// --- kinds ---------------------------------------------------------------------------------------------------------

struct Expected {
  std::string text;
  UnitKind kind;
  std::string content;  // after the marker or label

  friend bool operator==(const Expected&, const Expected&) = default;
};

void PrintTo(const Expected& unit, std::ostream* out) {
  *out << to_string(unit.kind) << " [" << unit.text << "] [" << unit.content << "]";
}

std::vector<Expected> describe(std::string_view text, const SegmenterOptions& options = {}) {
  std::vector<Expected> units;
  for (const Unit& unit : segment_text(text, "en", options)) {
    units.push_back({std::string(unit.span.of(text)), unit.kind,
                     std::string(text.substr(unit.content, unit.span.end - unit.content))});
  }
  return units;
}

TEST(Kinds, SentencesEndInPunctuationAndHeadingsDoNot) {
  EXPECT_EQ(describe("A Title\nIt ends.\nIt ends in a reference.[1]\n“It ends.”\nA lead-in:\n* * *"),
            (std::vector<Expected>{{"A Title", UnitKind::heading, "A Title"},
                                   {"It ends.", UnitKind::sentence, "It ends."},
                                   {"It ends in a reference.[1]", UnitKind::sentence, "It ends in a reference.[1]"},
                                   {"“It ends.”", UnitKind::sentence, "“It ends.”"},
                                   {"A lead-in:", UnitKind::heading, "A lead-in:"},
                                   {"* * *", UnitKind::heading, "* *"}}));
}

TEST(Kinds, ItemsBeginWithMarkers) {
  EXPECT_EQ(describe("- apples\n• pears.\n2) plums. And more.\n1.2 Scope\n-5 degrees"),
            (std::vector<Expected>{{"- apples", UnitKind::item, "apples"},
                                   {"• pears.", UnitKind::item, "pears."},
                                   {"2) plums.", UnitKind::item, "plums."},
                                   {"And more.", UnitKind::sentence, "And more."},
                                   {"1.2 Scope", UnitKind::item, "Scope"},
                                   {"-5 degrees", UnitKind::heading, "-5 degrees"}}));
}

TEST(Kinds, MarkdownCodeTablesAndHeadings) {
  const std::string text = "## Usage\nRun it.\n```\nx = 1. Then\n```\n| a | b |\n";
  EXPECT_EQ(describe(text), (std::vector<Expected>{{"## Usage", UnitKind::heading, "Usage"},
                                                   {"Run it.", UnitKind::sentence, "Run it."},
                                                   {"```", UnitKind::code, "```"},
                                                   {"x = 1. Then", UnitKind::code, "x = 1. Then"},
                                                   {"```", UnitKind::code, "```"},
                                                   {"| a | b |", UnitKind::code, "| a | b |"}}));
  SegmenterOptions options;
  options.markup = Markup::text;
  for (const Unit& unit : segment_text(text, "en", options)) EXPECT_NE(unit.kind, UnitKind::code);
}

TEST(Kinds, AFenceThatIsNeverClosedIsText) { EXPECT_EQ(describe("```\nIt is text.").back().kind, UnitKind::sentence); }

TEST(Kinds, IndentedBlocksAreCodeIfTheyLookLikeIt) {
  const std::string code = "Call it so:\n\n    for (int i = 0; i < n; ++i) sum += x[i];\n\nThat is all.";
  EXPECT_EQ(describe(code)[1].kind, UnitKind::code);
  const std::string prose = "She wrote:\n\n    The first line of a letter is indented.\n\nThat is all.";
  EXPECT_EQ(describe(prose)[1].kind, UnitKind::sentence);
  SegmenterOptions options;
  options.markup = Markup::markdown;
  EXPECT_EQ(describe(prose, options)[1].kind, UnitKind::code);
}

TEST(Kinds, TurnsOfAConversation) {
  EXPECT_EQ(describe("Anna: Hello there\nBob: Hi. How are you?\nAnna: fine"),
            (std::vector<Expected>{{"Anna: Hello there", UnitKind::turn, "Hello there"},
                                   {"Bob: Hi.", UnitKind::turn, "Hi."},
                                   {"How are you?", UnitKind::sentence, "How are you?"},
                                   {"Anna: fine", UnitKind::turn, "fine"}}));
  EXPECT_EQ(describe("[10:01] bob: hello\n[10:02] <ann> hi bob\n12/03/2025, 10:03 - Dr. Lee: welcome"),
            (std::vector<Expected>{{"[10:01] bob: hello", UnitKind::turn, "hello"},
                                   {"[10:02] <ann> hi bob", UnitKind::turn, "hi bob"},
                                   {"12/03/2025, 10:03 - Dr. Lee: welcome", UnitKind::turn, "welcome"}}));
}

TEST(Kinds, ALabelHasUpTo48BytesBeforeEitherColon) {
  const std::string longest = "A" + std::string(47, 'b');
  for (const std::string colon : {": ", "\uff1a"}) {
    const std::string text = longest + colon + "yes\n" + longest + colon + "no";
    EXPECT_EQ(describe(text)[1].content, "no");
    const std::string too_long = "A" + longest + colon + "yes\nA" + longest + colon + "no";
    EXPECT_NE(describe(too_long)[1].content, "no");
  }
}

TEST(Kinds, OneLabelMakesNoConversation) {
  const std::vector<Expected> units =
      describe("The bridge was closed.\nWarning: it may fall.\nNobody crossed it.\nA boat came.");
  for (const Expected& unit : units) EXPECT_EQ(unit.kind, UnitKind::sentence);
}

TEST(Kinds, SubtitlesKeepTheirSpeech) {
  const std::string srt =
      "1\n00:00:01,000 --> 00:00:02,500\nWe went to\nthe river.\n\n2\n00:00:03,000 --> 00:00:04,000\nIt was cold\n";
  EXPECT_EQ(describe(srt),
            (std::vector<Expected>{{"1", UnitKind::code, "1"},
                                   {"00:00:01,000 --> 00:00:02,500", UnitKind::code, "00:00:01,000 --> 00:00:02,500"},
                                   {"We went to\nthe river.", UnitKind::sentence, "We went to\nthe river."},
                                   {"2", UnitKind::code, "2"},
                                   {"00:00:03,000 --> 00:00:04,000", UnitKind::code, "00:00:03,000 --> 00:00:04,000"},
                                   {"It was cold", UnitKind::fragment, "It was cold"}}));
}

std::string repeat(std::string_view part, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += part;
  return text;
}

std::size_t count_spaces(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

TEST(Kinds, UnpunctuatedTextBecomesFragments) {
  const std::string text = repeat("we walked along the river ", 60);  // 300 words
  const std::vector<Unit> units = segment_text(text, "en");
  ASSERT_GT(units.size(), 5u);
  for (const Unit& unit : units) {
    EXPECT_EQ(unit.kind, UnitKind::fragment);
    EXPECT_LE(count_spaces(unit.span.of(text)), 45u);
  }
}

TEST(Kinds, FragmentsPreferToEndAtPunctuation) {
  const std::string text = repeat("we walked along the river to see the boats that came from the north, ", 20);
  const std::vector<Unit> units = segment_text(text, "en");
  ASSERT_GT(units.size(), 1u);
  for (const Unit& unit : units) EXPECT_EQ(unit.span.of(text).back(), ',');
}

TEST(Kinds, FragmentsOfScriptsWithoutSpacesEndBetweenWords) {
  const std::string text = repeat("我们今天去北京大学看朋友，", 60);
  const std::vector<Unit> units = segment_text(text, "zh");
  ASSERT_GT(units.size(), 5u);
  for (const Unit& unit : units) EXPECT_TRUE(unit.span.of(text).ends_with("，"));
}

TEST(Kinds, FragmentsBeginWithClausesWhereTheyCan) {
  // Two starters in a row begin a clause; a lone one may be a verb ("have") or a preposition ("of").
  const std::string text = repeat("so we have seen many old boats of oak rot near tall green reeds of lake water ", 9);
  const std::vector<Unit> units = segment_text(text, "en");
  ASSERT_GT(units.size(), 3u);
  for (const Unit& unit : units) EXPECT_TRUE(unit.span.of(text).starts_with("so we have")) << unit.span.of(text);
}

TEST(Kinds, LongSentencesStayWhole) {
  const std::string text = "Whereas " + repeat("the parties agree on it and ", 20) + "so on.";  // 123 words
  EXPECT_EQ(split(text).size(), 1u);
}

// --- options -------------------------------------------------------------------------------------------------------

TEST(Options, KeepQuotes) {
  const std::string text = "He said “Go away. Come back.” and left. She (who knew. And cared) stayed.";
  EXPECT_EQ(split(text).size(), 4u);
  SegmenterOptions options;
  options.keep_quotes = true;
  EXPECT_EQ(split(text, "en", options),
            (std::vector<std::string>{"He said “Go away. Come back.” and left.", "She (who knew. And cared) stayed."}));
}

TEST(Options, MoreAbbreviations) {
  const std::string text = "The Xyza. Meier and the Quux. Miller came.";
  EXPECT_EQ(split(text).size(), 3u);
  SegmenterOptions options;
  options.abbreviations = {"xyza", "Quux."};
  EXPECT_EQ(split(text, "en", options).size(), 1u);
}

TEST(Options, ATimeoutStops) {
  const std::string text = repeat("A sentence. ", 200000);
  EXPECT_THROW(segment(text, Language::und(), {}, Cancel(0.0)), SummaryTimeout);
}

// --- invariants ----------------------------------------------------------------------------------------------------

bool is_blank_or_invisible(std::string_view gap) {
  constexpr std::string_view allowed[] = {" ",      "\n",     "\r",     "\t",       "\x0b",
                                          "\x0c",   "\x1c",   "\u00a0", "\xc2\x85", "\u2028",
                                          "\u2029", "\u200b", "\u200e", "\u202a",   "\ufeff"};
  while (!gap.empty()) {
    const auto* found =
        std::find_if(std::begin(allowed), std::end(allowed), [gap](std::string_view a) { return gap.starts_with(a); });
    if (found == std::end(allowed)) return false;
    gap.remove_prefix(found->size());
  }
  return true;
}

void expect_sound(std::string_view text, const std::vector<Unit>& units) {
  std::uint32_t behind = 0;
  std::uint32_t paragraph = 0;
  for (const Unit& unit : units) {
    ASSERT_LT(unit.span.begin, unit.span.end);
    ASSERT_LE(unit.span.end, text.size());
    ASSERT_GE(unit.span.begin, behind);
    ASSERT_TRUE(is_blank_or_invisible(text.substr(behind, unit.span.begin - behind)));
    ASSERT_GE(unit.content, unit.span.begin);
    ASSERT_LE(unit.content, unit.span.end);
    ASSERT_GE(unit.paragraph, paragraph);
    behind = unit.span.end;
    paragraph = unit.paragraph;
  }
  ASSERT_TRUE(is_blank_or_invisible(text.substr(behind)));
}

/// SplitMix64, so that the cases are the same everywhere.
class Random {
 public:
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return next() % n; }

 private:
  std::uint64_t state_ = 42;
};

const std::vector<std::string>& random_parts() {
  static const std::vector<std::string> parts = {".",
                                                 "!",
                                                 "?",
                                                 "…",
                                                 ":",
                                                 ";",
                                                 ",",
                                                 "\"",
                                                 "'",
                                                 "“",
                                                 "”",
                                                 "«",
                                                 "»",
                                                 "„",
                                                 "(",
                                                 ")",
                                                 "[",
                                                 "]",
                                                 "「",
                                                 "」",
                                                 "。",
                                                 "！",
                                                 "؟",
                                                 "۔",
                                                 "।",
                                                 "—",
                                                 " ",
                                                 " ",
                                                 "-",
                                                 "\n",
                                                 "\r",
                                                 "\r\n",
                                                 "\t",
                                                 "\u00a0",
                                                 "\u2028",
                                                 "\u2029",
                                                 "\x0c",
                                                 "\x1c",
                                                 "\xc2\x85",
                                                 "1",
                                                 "2",
                                                 "a",
                                                 "b",
                                                 "A",
                                                 "B",
                                                 "é",
                                                 "Ж",
                                                 "ж",
                                                 "漢",
                                                 "か",
                                                 "ا",
                                                 "ก",
                                                 "Ա",
                                                 "α",
                                                 "፡",
                                                 "\u202a",
                                                 "\u200b",
                                                 "\ufeff",
                                                 "😀",
                                                 "|",
                                                 "#",
                                                 "`",
                                                 ">",
                                                 "*",
                                                 "•",
                                                 "Dr",
                                                 "e.g",
                                                 "U.S",
                                                 "http://x.y",
                                                 " ... ",
                                                 "\n\n",
                                                 ". . .",
                                                 "[1]",
                                                 "1.",
                                                 "a)",
                                                 "Mr. ",
                                                 "Anna: ",
                                                 "10:01 ",
                                                 "\n```\n",
                                                 "\n    ",
                                                 "|a|\n",
                                                 "# ",
                                                 "word word word word word word word word word word ",
                                                 "漢字漢字漢字漢字漢字漢字",
                                                 " --> ",
                                                 "00:00:01,000 --> 00:00:02,000\n",
                                                 "lower case words "};
  return parts;
}

std::string random_text(Random* random) {
  std::string text;
  for (std::size_t n = random->below(60); n > 0; --n) text += random_parts()[random->below(random_parts().size())];
  return text;
}

TEST(Invariants, HoldForRandomTexts) {
  const std::vector<std::string> languages = {"en", "de", "el", "th", "ja", "hy", "tr", "und"};
  Random random;
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(&random);
    SegmenterOptions options;
    options.newline = static_cast<Newline>(random.below(4));
    options.markup = static_cast<Markup>(random.below(3));
    options.keep_quotes = random.below(4) == 0;
    const std::vector<Unit> units = segment_text(text, languages[random.below(languages.size())], options);
    SCOPED_TRACE(text);
    expect_sound(text, units);
    if (HasFatalFailure()) return;
  }
}

std::string replace_all(std::string_view text, char wanted, std::string_view replacement) {
  std::string out;
  for (const char c : text) out += c == wanted ? std::string(replacement) : std::string(1, c);
  return out;
}

TEST(Invariants, SpaceAroundTheTextChangesNothing) {
  Random random;
  for (int round = 0; round < 1000; ++round) {
    const std::string text = random_text(&random);
    SCOPED_TRACE(text);
    ASSERT_EQ(split(" \n\t  " + text + " \n\n"), split(text));
  }
}

TEST(Invariants, CarriageReturnsChangeNoUnit) {
  Random random;
  for (int round = 0; round < 1000; ++round) {
    const std::string text = replace_all(random_text(&random), '\r', "");
    std::vector<std::string> units = split(replace_all(text, '\n', "\r\n"));
    for (std::string& unit : units) unit = replace_all(unit, '\r', "");
    SCOPED_TRACE(text);
    ASSERT_EQ(units, split(text));
  }
}

TEST(Invariants, BlankTextHasNoUnitsAndAnyOtherHasSome) {
  EXPECT_TRUE(split("").empty());
  EXPECT_TRUE(split(" \n\t\u00a0\u2028\x1c").empty());
  EXPECT_EQ(split("\u200b").size(), 1u);
  EXPECT_EQ(split(".").size(), 1u);
  EXPECT_EQ(split("  x  "), std::vector<std::string>{"x"});
}

TEST(Invariants, MonotonousTextsAreCutSoundly) {
  for (const char* part : {"a. ",    "\"",   "Mr. ", "(",     " ",      ".",      "a",     "\n",    ". . ", "(1. ",
                           "[1] ",   "a.B",  "A. ",  "1. ",   "a\n",    "A: b\n", "```\n", "「。",  "漢",   "ก ",
                           "\u200b", "... ", "• ",   "word ", "e.g. x", "' ",     "- ",    "a) b) "}) {
    const std::string text = repeat(part, 20000);
    SCOPED_TRACE(part);
    expect_sound(text, segment_text(text, "en"));
  }
}

}  // namespace
}  // namespace tersely
