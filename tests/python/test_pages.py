"""Captions, teasers, comments and text far from the article of a page are left out; posts are kept."""

import pytest

import tersely

ARTICLE = (
    "The council voted on Tuesday to close the old bridge for repairs of its beams. It was built in 1904 and carries "
    "ten thousand cars a day between the two halves of the town.\n"
    "Engineers had found cracks in two of the main beams, and feared that they would break under a lorry.\n"
    "A ferry will carry pedestrians and bicycles across the river while the bridge is closed. It takes sixty people.\n"
    "The mayor said that the ferry would be free, and that buses would take the upper bridge until May of next year.\n"
    "Shop owners near the river fear that fewer visitors will come. Some ask for money from the town.\n"
)


def reasons(text: str) -> dict[str, str]:
    summary = tersely.summarize(text, sentences=1)
    pairs = zip(summary.document.units, summary.explain().units, strict=True)
    return {unit.text: why.reason for unit, why in pairs}


def inside(line: str) -> str:
    """Puts the line in the middle of the article."""
    lines = ARTICLE.splitlines(keepends=True)
    return "".join(lines[:2]) + line + "\n" + "".join(lines[2:])


CAPTIONS = [
    ("The bridge was full on Monday.", "Photo: Ann Person"),
    ("Die Brücke war am Montag voll.", "Foto: Ann Person"),
    ("Le pont était plein lundi.", "Crédit : Ann Person"),
    ("El puente estaba lleno el lunes.", "Imagen: Ann Person"),
    ("Мост был полон в понедельник.", "Фото: Анна Личность"),
    ("月曜日、橋は満員だった。", "写真:ある人"),
    ("The bridge was full on Monday.", "Ann Person | Example Pictures"),
    ("Die Brücke war am Montag voll.", "Ann Person/Getty"),
    ("The bridge was full on Monday. Few walked.", "© Example Pictures"),
]


@pytest.mark.parametrize(("caption", "credit"), CAPTIONS)
def test_captions_before_a_credit(caption, credit):
    found = reasons(inside(f"{caption}\n{credit}"))
    for sentence in tersely.split_sentences(caption):
        assert found[sentence.text] == "sparse"


@pytest.mark.parametrize(
    "caption",
    [
        "File photo of the bridge in the snow of last winter.",
        "Archivbild: Die Brücke im Schnee des letzten Winters.",
        "Photo d'archives du pont sous la neige de l'hiver dernier.",
        "Foto de archivo del puente bajo la nieve.",
        "Foto d'archivio del ponte sotto la neve.",
        "Архивное фото моста в снегу.",
        "資料写真の橋と雪である。",
        "The bridge in the snow of last winter. (Photo: Ann Person)",
        "Die Brücke im Schnee des letzten Winters. (Foto: dpa)",
    ],
)
def test_captions_that_say_so(caption):
    found = reasons(inside(caption))
    assert all(why != "chosen" for unit, why in found.items() if unit in caption)
    assert "sparse" in [why for unit, why in found.items() if unit in caption]


@pytest.mark.parametrize(
    "line", ["The photo hangs in the town hall.", "Das Foto hängt im Rathaus.", "La photo est dans la mairie."]
)
def test_a_sentence_on_a_picture_is_no_caption(line):
    assert reasons(inside(line))[line] not in ("sparse", "boilerplate")


@pytest.mark.parametrize(
    "teasers",
    [
        ["Ten bridges that you should see before they cl...", "What the river was like in the days of our gr..."],
        ["Zehn Brücken, die man gesehen haben muss, bev…", "Wie der Fluss in den Tagen unserer Großelt…"],
        ["Dix ponts qu'il faut voir avant qu'ils ne fer…", "La rivière au temps de nos grands-par…"],
    ],
)
def test_lists_of_teasers(teasers):
    found = reasons(ARTICLE + "\n".join(teasers))
    assert [found[teaser] for teaser in teasers] == ["sparse", "sparse"]


COMMENTS = {
    "en": ("says:\nMay {}, 2025 at 9:4{} am\n", "The ferry is too small. It will sink."),
    "de": ("schreibt\n{}. Mai 2025, 9:4{} Uhr\n", "Die Fähre ist zu klein. Sie geht unter."),
    "fr": ("dit\nle {} mai 2025 à 9:4{}\n", "Le bac est trop petit. Il va couler."),
}


@pytest.mark.parametrize("language", sorted(COMMENTS))
def test_comments_below_an_article(language):
    head, comment = COMMENTS[language]
    names = ["moorfan", "lena99", "oldtom", "kim_b", "ivo"]
    text = ARTICLE + "".join(
        f"{name} {head.format(day, day)}{comment} {day} {name}.\n" for day, name in enumerate(names, 1)
    )
    found = reasons(text)
    for sentence in tersely.split_sentences(comment):
        assert found[sentence.text] is not None
    assert all(found[s.text] not in ("sparse", "boilerplate") for s in tersely.split_sentences(ARTICLE))


def test_dated_entries_of_a_diary_stay():
    days = [f"Monday\n{day} May 2025\n{ARTICLE.splitlines()[day]} We saw it. It was day {day}.\n" for day in range(5)]
    assert "sparse" not in reasons("".join(days)).values()


@pytest.mark.parametrize(
    "edge",
    [
        "Moor Media sells boats and maps. Boats leave every day of the year.",
        "Moor Medien verkauft Boote und Karten. Die Boote fahren an jedem Tag des Jahres.",
        "Moor Médias vend des bateaux et des cartes. Les bateaux partent tous les jours.",
    ],
)
def test_what_stands_far_from_the_article(edge):
    menu = "Home\nNews\nSport\nTravel\n"
    for text in (edge + "\n" + menu + ARTICLE, ARTICLE + menu + edge):
        found = reasons(text)
        assert {found[s.text] for s in tersely.split_sentences(edge)} == {"sparse"}


POSTS = {
    "tweets": [
        "RT @moornews: The dam is closed after a crack was found https://example.org/1 #moordam",
        "So the lower road is shut AGAIN 😡 thanks @moorcouncil",
        "@lena_m is the school open tomorrow?",
        "Buses take the upper road until May, says the council. #moordam",
    ],
    "deutsch": [
        "Der Damm ist seit gestern wegen eines Risses zu #moordamm",
        "Schon wieder ist die untere Straße gesperrt danke @kreismoor",
        "@lena_m ist die Schule morgen offen?",
        "Die Busse fahren bis Mai über die obere Straße",
    ],
    "français": [
        "Le barrage est fermé à cause d'une fissure #barrage",
        "La route du bas est encore coupée merci @canton",
        "Est-ce que l'école est ouverte demain ?",
        "Les bus passent par la route du haut jusqu'en mai",
    ],
    "without signs": [
        "The dam is closed after a crack was found",
        "Does anybody know whether the school is open?",
        "Buses take the upper road until May",
        "They say the repair takes until the summer",
    ],
}


@pytest.mark.parametrize("kind", sorted(POSTS))
def test_posts_without_a_stop_compete(kind):
    found = reasons("\n".join(POSTS[kind]) + "\n")
    for post in POSTS[kind]:
        assert any(post.startswith(unit) and why in ("chosen", "covered", "gained_less") for unit, why in found.items())


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE + "Read more about the bridge and the ferry\nTen bridges that you should see this year\n",
        "Home\nNews\nSport\nTen bridges that you should see this year\nWhat the river was like in the old days\n"
        + ARTICLE,
    ],
)
def test_lines_of_other_texts_do_not(text):
    assert "headings_used" not in tersely.summarize(text, sentences=1).flags
