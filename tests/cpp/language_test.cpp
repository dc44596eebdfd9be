// Language tags, tables and detection. Golden values are written by hand.
#include "tersely/language.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "languages/language_tables.h"
#include "tersely/error.h"
#include "text/icu.h"

namespace tersely {
namespace {

TEST(FindLanguage, TakesTagsAndNamesInAnyCase) {
  EXPECT_EQ(Language::find("de").code(), "de");
  EXPECT_EQ(Language::find("DE").code(), "de");
  EXPECT_EQ(Language::find("pt-BR").code(), "pt");
  EXPECT_EQ(Language::find("zh_Hant_TW").code(), "zh");
  EXPECT_EQ(Language::find("German").code(), "de");
  EXPECT_EQ(Language::find("gERMAN").code(), "de");
  EXPECT_EQ(Language::find("nb").code(), "no");
  EXPECT_EQ(Language::find("nn-NO").name(), "Norwegian");
}

TEST(FindLanguage, TakesCodesOfThreeLetters) {
  EXPECT_EQ(Language::find("deu").code(), "de");  // ISO 639-2/T and 639-3
  EXPECT_EQ(Language::find("GER").code(), "de");  // ISO 639-2/B
  EXPECT_EQ(Language::find("eng-GB").code(), "en");
  EXPECT_EQ(Language::find("cmn_Hans").code(), "zh");
  EXPECT_EQ(Language::find("nob").code(), "no");
  EXPECT_EQ(Language::find("in").code(), "id");  // given up by ISO in 1989
}

TEST(FindLanguage, TakesLocales) {
  EXPECT_EQ(Language::find("en_US.UTF-8").code(), "en");
  EXPECT_EQ(Language::find("de_DE@euro").code(), "de");
  EXPECT_EQ(Language::find("sr_RS.utf8@latin").code(), "sr");
  EXPECT_EQ(Language::find("mi_NZ.UTF-8"), Language::und());
}

TEST(FindLanguage, TakesWellFormedTagsWithoutTables) {
  EXPECT_EQ(Language::find("xx").code(), "und");
  EXPECT_EQ(Language::find("mi-NZ").code(), "und");
  EXPECT_EQ(Language::find("und"), Language::und());
}

TEST(FindLanguage, RefusesNonsense) {
  for (const char* wrong : {"", "klingon!!", "Klingon", "e", "en-", "-en", "en--us", "12", "en us", "englisch",
                            "日本語", "en.", "en_US.", "C.UTF-8", ".utf8"}) {
    EXPECT_THROW(Language::find(wrong), InvalidOption) << wrong;
  }
  try {
    Language::find("klingon!!");
    FAIL();
  } catch (const InvalidOption& error) {
    EXPECT_EQ(error.option(), "language");
    EXPECT_EQ(error.value(), "\"klingon!!\"");
  }
}

/// What the message suggests, after "did you mean".
std::string advice(const char* wrong) {
  try {
    Language::find(wrong);
  } catch (const InvalidOption& error) {
    const std::string message = error.what();
    const std::size_t at = message.find("did you mean ");
    return at == std::string::npos ? "" : message.substr(at + 13);
  }
  return "no error";
}

TEST(FindLanguage, NamesNearOnes) {
  EXPECT_EQ(advice("germn"), "\"German\"?");
  EXPECT_EQ(advice("Englisch"), "\"English\"?");
  EXPECT_EQ(advice("japanees"), "\"Japanese\"?");
  EXPECT_EQ(advice("chinese (simplified)"), "\"Chinese\"?");
  EXPECT_EQ(advice("portug"), "\"Portuguese\"?");
  EXPECT_EQ(advice("Slovakian"), "\"Slovak\" or \"Slovenian\"?");
  EXPECT_EQ(advice("klingon!!"), "");
  EXPECT_EQ(advice("Swahili"), "");
  EXPECT_EQ(advice(std::string(1000, 'e').c_str()), "");
}

TEST(FindLanguage, SaysWhatToDoForALanguageWithoutTables) {
  try {
    Language::find("Swahili");
    FAIL();
  } catch (const InvalidOption& error) {
    const std::string message = error.what();
    EXPECT_NE(message.find("the English name of a language that has tables"), std::string::npos) << message;
    EXPECT_NE(message.find("give its tag or leave it out"), std::string::npos) << message;
  }
  EXPECT_EQ(Language::find("sw"), Language::und());
}

TEST(LanguageTables, EachCodeBelongsToOneLanguage) {
  std::set<std::string> codes;
  std::size_t n = 0;
  for (const Language& language : Language::all()) {
    ++n;
    codes.emplace(language.code());
    for (const std::string_view code : language.tables().file.codes) {
      ++n;
      codes.emplace(code);
      EXPECT_EQ(Language::find(code), language) << code;
    }
  }
  EXPECT_EQ(codes.size(), n);
}

TEST(LanguageTables, AllAreListedOnceByCode) {
  std::set<std::string> codes;
  for (const Language& language : Language::all()) {
    codes.emplace(language.code());
    EXPECT_EQ(Language::find(language.code()), language);
    EXPECT_EQ(Language::find(language.name()), language);
  }
  EXPECT_EQ(codes.size(), Language::all().size());
  EXPECT_TRUE(codes.count("en") == 1 && codes.count("ja") == 1 && codes.count("und") == 0 &&
              codes.count("common") == 0);
}

TEST(LanguageTables, Abbreviations) {
  const Language english = Language::find("en");
  EXPECT_EQ(english.abbreviation("dr"), AbbreviationClass::title);
  EXPECT_EQ(english.abbreviation("e.g"), AbbreviationClass::title);
  EXPECT_EQ(english.abbreviation("fig"), AbbreviationClass::numeric);
  EXPECT_EQ(english.abbreviation("u.s"), AbbreviationClass::may_end);
  EXPECT_EQ(english.abbreviation("etc"), AbbreviationClass::ends);
  EXPECT_EQ(english.abbreviation("house"), AbbreviationClass::none);
  EXPECT_EQ(Language::find("de").abbreviation("usw"), AbbreviationClass::ends);
  EXPECT_EQ(Language::find("uk").abbreviation("вул"), AbbreviationClass::title);
  EXPECT_EQ(Language::find("uk").abbreviation("проф"), AbbreviationClass::title);  // from Russian
  EXPECT_EQ(Language::und().abbreviation("mr"), AbbreviationClass::title);
  EXPECT_EQ(Language::und().abbreviation("проф"), AbbreviationClass::title);
}

TEST(LanguageTables, OrdinalsAndMonths) {
  EXPECT_TRUE(Language::find("de").has_ordinals());
  EXPECT_TRUE(Language::find("hu").has_ordinals());
  EXPECT_FALSE(Language::find("en").has_ordinals());
  EXPECT_TRUE(Language::find("de").is_month("mai"));
  EXPECT_FALSE(Language::find("de").is_month("haus"));
}

TEST(StopWords, AreSortedFoldedAndLookedUp) {
  const Language english = Language::find("en");
  const std::vector<std::string_view> words = english.stop_words();
  EXPECT_GT(words.size(), 250u);
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  for (const char* word : {"the", "and", "don't", "it's", "themselves"})
    EXPECT_TRUE(english.is_stop_word(word)) << word;
  for (const char* word : {"house", "dr.", "The", ""}) EXPECT_FALSE(english.is_stop_word(word)) << word;
  EXPECT_TRUE(Language::find("de").is_stop_word("ausser"));     // "außer", folded
  EXPECT_TRUE(Language::find("tr").is_stop_word("i\u0307ki"));  // "İki", folded
  EXPECT_TRUE(Language::find("fr").is_stop_word("qu'il"));
}

TEST(StopWords, AllLanguagesHaveSome) {
  for (const Language& language : Language::all()) EXPECT_GE(language.stop_words().size(), 130u) << language.code();
  EXPECT_TRUE(Language::und().stop_words().empty());
  EXPECT_FALSE(Language::find("hi").is_stop_word("the"));  // inherits English abbreviations, not stop words
}

TEST(StopWords, TypicalWordsAreNone) {
  const Language croatian = Language::find("hr");
  EXPECT_EQ(Language::detect("Vrijeme je lijepo i bit će lijepo sljedeći tjedan na otoku.").code(), "hr");
  for (const char* word : {"vrijeme", "sljedeći", "tjedan"}) EXPECT_FALSE(croatian.is_stop_word(word)) << word;
}

TEST(StopWords, BosnianHasThoseOfItsNeighbours) {
  const Language bosnian = Language::find("bs");
  for (const char* code : {"hr", "sr"}) {
    for (const std::string_view word : Language::find(code).stop_words()) {
      EXPECT_TRUE(bosnian.is_stop_word(word)) << code << ": " << word;
    }
  }
  EXPECT_TRUE(Language::find("hr").is_stop_word("tko") && !Language::find("sr").is_stop_word("tko"));
}

struct FewStopWords {
  const char* code;
  std::vector<const char*> words;
  const char* content;  // frequent, but not a stop word
};

TEST(StopWords, EachListHasTheObviousAndNoContent) {
  const FewStopWords lists[] = {
      {"en", {"the", "of", "and", "seven", "shouldn't"}, "school"},
      {"de", {"der", "und", "nicht", "würde", "sieben"}, "schule"},
      {"fr", {"le", "et", "c'est", "qu'elle", "celui"}, "école"},
      {"es", {"el", "y", "está", "nosotros", "siete"}, "escuela"},
      {"it", {"il", "e", "dell", "c'è", "perché"}, "scuola"},
      {"pt", {"o", "não", "pela", "você", "então"}, "escola"},
      {"nl", {"de", "het", "zijn", "zo'n", "zeven"}, "school"},
      {"sv", {"och", "att", "är", "några", "sju"}, "skola"},
      {"da", {"og", "af", "ikke", "hvordan", "syv"}, "skole"},
      {"no", {"og", "av", "ikke", "ikkje", "hvordan"}, "skole"},
      {"fi", {"ja", "ei", "olla", "minä", "seitsemän"}, "koulu"},
      {"pl", {"i", "w", "się", "który", "siedem"}, "szkoła"},
      {"cs", {"a", "v", "se", "který", "sedm"}, "škola"},
      {"ru", {"и", "в", "не", "который", "семь"}, "школа"},
      {"uk", {"і", "в", "не", "який", "сім"}, "школа"},
      {"bg", {"и", "в", "не", "който", "седем"}, "училище"},
      {"el", {"και", "το", "δεν", "μας", "επτά"}, "σχολείο"},
      {"ro", {"și", "în", "nu", "într-o", "șapte"}, "școală"},
      {"hu", {"a", "és", "nem", "amely", "hét"}, "iskola"},
      {"tr", {"ve", "bir", "için", "değil", "yedi"}, "okul"},
      {"vi", {"và", "của", "không", "những", "bảy"}, "trường"},
      {"id", {"yang", "dan", "tidak", "mereka", "tujuh"}, "sekolah"},
      {"ar", {"في", "من", "على", "الذي", "سبعة"}, "مدرسة"},
      {"hi", {"के", "में", "है", "नहीं", "सात"}, "विद्यालय"},
      {"zh", {"的", "了", "和", "我们", "七"}, "学校"},
      {"ja", {"の", "は", "です", "これ", "しかし"}, "学校"},
      {"ko", {"그리고", "있다", "수", "우리는", "일곱"}, "학교"},
      {"th", {"ที่", "และ", "ไม่", "ของ", "เจ็ด"}, "โรงเรียน"},
      {"lt", {"ir", "kad", "yra", "mūsų", "septyni"}, "mokykla"},
      {"lv", {"un", "ka", "nav", "viņš", "septiņi"}, "skola"},
      {"is", {"og", "að", "ekki", "hún", "sjö"}, "skóli"},
      {"eu", {"eta", "ez", "dira", "hori", "zazpi"}, "eskola"},
      {"bs", {"i", "gdje", "šta", "što", "sedam"}, "škola"},
      {"hy", {"և", "որ", "չէ", "նրանք", "յոթ"}, "դպրոց"},
      {"fa", {"و", "در", "نیست", "آنها", "هفت"}, "مدرسه"},
      {"ur", {"کے", "میں", "نہیں", "انہوں", "سات"}, "سکول"},
      {"bn", {"এবং", "না", "তারা", "হয়েছে", "সাত"}, "স্কুল"},
      {"am", {"ነው", "እና", "ግን", "እነሱ", "ሰባት"}, "ትምህርት"},
      {"km", {"និង", "នៃ", "មិន", "យើង", "មួយ"}, "សាលា"},
      {"lo", {"ແລະ", "ທີ່", "ບໍ່", "ພວກເຮົາ", "ເຈັດ"}, "ໂຮງຮຽນ"},
      {"my", {"သည်", "ကို", "နှင့်", "သူ", "တစ်"}, "ကျောင်း"},
  };
  for (const FewStopWords& list : lists) {
    const Language language = Language::find(list.code);
    for (const char* word : list.words) EXPECT_TRUE(language.is_stop_word(fold(word))) << list.code << ": " << word;
    EXPECT_FALSE(language.is_stop_word(fold(list.content))) << list.code << ": " << list.content;
    const std::size_t size = language.stop_words().size();
    EXPECT_TRUE(size >= 150 && size <= 700) << list.code << ": " << size;
  }
}

struct Sample {
  const char* code;
  const char* text;
};
void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.code << ": " << sample.text; }

class DetectLanguage : public testing::TestWithParam<Sample> {};

TEST_P(DetectLanguage, ByScriptLettersAndStopWords) {
  EXPECT_EQ(Language::detect(GetParam().text).code(), GetParam().code);
}

constexpr Sample samples[] = {
    {"en", "The committee met on Tuesday and it did not agree on what they should do with the money."},
    {"de", "Der Ausschuss traf sich am Dienstag und war sich nicht einig, was mit dem Geld geschehen soll."},
    {"fr", "Le comité s'est réuni mardi et n'a pas pu dire ce qu'il fallait faire de l'argent."},
    {"es", "El comité se reunió el martes y no supo qué hacer con el dinero de los vecinos."},
    {"it", "Il comitato si è riunito martedì e non ha saputo che cosa fare con il denaro della città."},
    {"pt", "O comité reuniu-se na terça-feira e não soube o que fazer com o dinheiro da cidade."},
    {"nl", "De commissie kwam op dinsdag bijeen en wist niet wat er met het geld van de stad moest gebeuren."},
    {"pl", "Komisja zebrała się we wtorek i nie wiedziała, co zrobić z pieniędzmi, które są w kasie."},
    {"cs", "Výbor se sešel v úterý a nevěděl, co má dělat s penězi, které jsou v pokladně."},
    {"tr", "Komite salı günü toplandı ve bu para ile ne yapılacağı için bir karar çok zor oldu."},
    {"vi", "Ủy ban đã họp vào thứ ba nhưng không biết phải làm gì với số tiền của thành phố."},
    {"ru", "Комитет собрался во вторник и не знал, что ему делать с этими деньгами."},
    {"uk", "Комітет зібрався у вівторок і не знав, що йому робити з цими грошима."},
    {"bg", "Комитетът се събра във вторник и не знаеше какво да прави с парите."},
    {"kk", "Комитет сейсенбіде жиналып, бұл ақшамен не істеу керегін білмеді."},
    {"el", "Η επιτροπή συνήλθε την Τρίτη."},
    {"ar", "اجتمعت اللجنة يوم الثلاثاء ولم تعرف ماذا تفعل بالمال."},
    {"fa", "کمیته روز سه شنبه تشکیل شد و نمی دانست با این پول چه کند."},
    {"ur", "کمیٹی کا اجلاس منگل کو ہوا اور اسے معلوم نہیں تھا کہ پیسے کا کیا کرے۔"},
    {"und", "غونډه د سې شنبې په ورځ وشوه او دوی نه پوهېدل چې په دې پیسو څه وکړي."},  // Pashto
    {"hi", "समिति की बैठक मंगलवार को हुई।"},
    {"bn", "কমিটি মঙ্গলবার বৈঠক করেছে।"},
    {"th", "คณะกรรมการประชุมเมื่อวันอังคาร"},
    {"zh", "委员会星期二开会，不知道该怎么处理这笔钱。"},
    {"ja", "委員会は火曜日に開かれたが、お金をどうするか決まらなかった。"},
    {"ko", "위원회는 화요일에 모였지만 돈을 어떻게 할지 몰랐다."},
    {"hy", "Հանձնաժողովը հավաքվեց երեքշաբթի օրը։"},
    {"am", "ኮሚቴው ማክሰኞ ተሰበሰበ።"},
    {"zh", "这个 Python 程序用 NumPy 计算结果，然后把它们写入文件。"},
    {"sv", "Kommittén möttes på tisdagen och visste inte vad den skulle göra med stadens pengar."},
    {"da", "Udvalget mødtes tirsdag og vidste ikke, hvad det skulle gøre med byens penge, så de gav op."},
    {"no", "Utvalget møttes tirsdag og visste ikke hva det skulle gjøre med pengene til byen, så de ga seg."},
    {"no", "Nemnda møttest tysdag og visste ikkje kva dei skulle gjere med pengane til byen."},
    {"fi", "Valiokunta kokoontui tiistaina, mutta se ei tiennyt, mitä kaupungin rahoilla pitäisi tehdä."},
    {"ro", "Comitetul s-a întrunit marți și nu a știut ce să facă cu banii orașului."},
    {"hu", "A bizottság kedden ült össze, de nem tudta, hogy mit tegyen a város pénzével."},
    {"id", "Komite itu bertemu pada hari Selasa dan tidak tahu apa yang harus dilakukan dengan uang itu."},
    {"sk", "Výbor sa zišiel v utorok a nevedel, čo má robiť s peniazmi, ktoré boli v pokladnici."},
    {"sl", "Odbor se je sestal v torek in ni vedel, kaj naj naredi z denarjem, ki je bil v blagajni."},
    {"hr", "Odbor se sastao u utorak, ali nije znao što treba učiniti s novcem prije sljedećeg tjedna."},
    {"sr", "Odbor se sastao u utorak, ali nije znao šta treba da uradi sa novcem pre sledeće nedelje, gde i kada."},
    {"et", "Komisjon kogunes teisipäeval, kuid ei teadnud, mida selle rahaga peab tegema."},
    {"ca", "El comitè es va reunir dimarts i no va saber què fer amb els diners, perquè ningú no tenia cap idea."},
    {"gl", "O comité reuniuse o martes e non soubo que facer cos cartos, pero ninguén tiña unha idea."},
    {"af", "Die komitee het Dinsdag vergader en het nie geweet wat hulle met die geld moet doen nie."},
    {"lt",
     "Komitetas susirinko antradienį, tačiau nežinojo, ką jam reikia daryti su miesto pinigais ir kas už tai atsako."},
    {"lv", "Komiteja sanāca otrdien, bet tā nezināja, ko darīt ar pilsētas naudu un kas par to ir atbildīgs."},
    {"is", "Nefndin kom saman á þriðjudag og vissi ekki hvað hún ætti að gera við peningana."},
    {"eu",
     "Batzordea asteartean bildu zen, baina ez zekien zer egin behar zuen hiriko diruarekin eta nork hartu behar "
     "zuen."},
    {"bs", "Odbor se sastao u utorak, ali nije znao šta treba da radi s novcem, gdje i kada."},
    {"mr", "समितीची बैठक मंगळवारी झाली आणि या पैशाचे काय करायचे हे त्यांना माहीत नव्हते."},
    {"vi",
     "U\u0309y ban \u0111a\u0303 ho\u0323p nh\u01b0ng kho\u0302ng bie\u0302\u0301t pha\u0309i la\u0300m gi\u0300."},
    {"en", "THE COMMITTEE MET ON TUESDAY AND DID NOT KNOW WHAT TO DO WITH THE MONEY."},
    {"en", "Motörhead and Beyoncé were in São Paulo, but the crowd did not know which of them was on first."},
    // The words of prose count, those of addresses, tags and code do not.
    {"en",
     "[![Build](https://ci.example.org/badge.svg)](https://ci.example.org/build) https://example.org/a?b=c\n"
     "<a href=\"https://example.org/docs\"><img src=\"logo.png\" alt=\"logo\" width=\"100\"></a> ann@example.org\n"
     "```\nfor item in queue: process(item)\n```\n<!-- prettier ignore start --> `make install` &nbsp;\n"
     "This is the tool that you need for all of your bridges."},
    {"und", "```\nfor the if in it do and of the to with that and\n```"},
    {"und", "<span title=\"the of and that which it is on\">Bridge</span>"},
    {"en", "If x <y and the rest of it is not more than that, then this is what you have to do."},  // no tag
    {"zh", "<p class=\"summary\" lang=\"zh-Hans\">委员会星期二开会。</p>"},
    {"und", ""},
    {"und", "12 34 56 !!!"},
    {"und", "OK"},
    {"und", "Berlin"},
    {"und", "Москва"},
    {"und", "de la"},  // Spanish, French, Romanian, ...
    {"und", "Ph.D. A. B. Miller"},
    {"und", "GET /index.html HTTP/1.1 200 5123 Mozilla/5.0"},
    {"und", "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt."},
    {"und", "Mkutano ulifanyika Jumanne lakini hawakujua wafanye nini kuhusu fedha hizo."},
    {"und", "Mae'r pwyllgor wedi cyfarfod ddydd Mawrth ac nid oedd yn gwybod beth i'w wneud gyda'r arian."},
    {"und", "Komitəsi çərşənbə axşamı toplandı və bu pulla nə edəcəyini bilmədi."},
    {"und", "Камісія сабралася ў аўторак і не ведала, што рабіць з гэтымі грашыма, якія былі ў касе."},
    {"und", "Одбор се састао у уторак и није знао шта да ради с новцем, који је био у благајни."},
    {"und", "Комитет шейшемби күнү чогулду, бирок бул акча менен эмне кылууну билген жок."},
};
INSTANTIATE_TEST_SUITE_P(Samples, DetectLanguage, testing::ValuesIn(samples));

}  // namespace
}  // namespace tersely
