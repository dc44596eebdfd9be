"""Sections of one or two sentences keep them, whatever their headings look like. Menus and link lists are left out."""

import pytest

import tersely

SECTIONS = {
    "en": [
        ("Why the dam is closed", "Engineers found a crack in the wall on Monday. The lake is being drained."),
        ("What it costs", "The repair costs 40,000 euros. The county pays two thirds."),
        ("How long it takes", "The council expects the road to open in May."),
        ("What farmers say", "Farmers fear for the water of their fields. They want tanks before summer."),
        (
            "Next steps",
            "The council meets again on Friday to vote. A spokesman said all members had been told. "
            "The meeting is open to the public. It begins at seven in the hall. Coffee is served.",
        ),
    ],
    "de": [
        (
            "Warum der Damm gesperrt ist",
            "Am Montag fanden Ingenieure einen Riss in der Mauer. Der See wird abgelassen.",
        ),
        ("Was es kostet", "Die Reparatur kostet 40.000 Euro. Der Kreis zahlt zwei Drittel."),
        ("Wie lange es dauert", "Der Rat rechnet damit, dass die Straße im Mai öffnet."),
        (
            "Wie es weitergeht",
            "Der Rat tagt am Freitag wieder. Ein Sprecher sagte, alle wüssten Bescheid. Die Sitzung ist öffentlich. "
            "Sie beginnt um sieben im Saal. Es gibt Kaffee.",
        ),
    ],
    "fr": [
        ("Pourquoi le barrage est fermé", "Des ingénieurs ont trouvé une fissure lundi. On vide le lac."),
        ("Ce que cela coûte", "La réparation coûte 40 000 euros. Le canton en paie les deux tiers."),
        ("Combien de temps cela dure", "Le conseil pense rouvrir la route en mai."),
        (
            "La suite",
            "Le conseil se réunit vendredi. Un porte-parole dit que tous sont prévenus. La séance est publique. "
            "Elle commence à sept heures. Il y a du café.",
        ),
    ],
    "zh": [
        ("大坝为何关闭", "工程师周一在墙上发现了裂缝。湖水正在排空。"),
        ("费用多少", "维修费用为四万欧元。县里支付三分之二。"),
        ("需要多久", "议会预计道路五月开放。"),
        ("下一步", "议会周五再次开会投票。发言人说所有成员都已获悉。会议向公众开放。七点在大厅开始。提供咖啡。"),
    ],
}

HEADINGS = {
    "plain": "{}\n\n",
    "plain, one line each": "{}\n",
    "marked": "## {}\n\n",
    "bold": "**{}**\n\n",
    "setext": "{}\n------------\n\n",
    "double setext": "{}\n============\n\n",
    "numbered": "1. {}\n\n",
    "in capitals": "{}\n\n",
}


def lay_out(language: str, heading: str) -> str:
    shown = HEADINGS[heading]
    parts = []
    for number, (title, body) in enumerate(SECTIONS[language], 1):
        title = title.upper() if heading == "in capitals" else title
        parts.append(shown.replace("1.", f"{number}.").format(title) + body)
    return ("\n" if heading == "plain, one line each" else "\n\n").join(parts)


def left_out(text: str, language: str = "auto") -> dict[str, str]:
    summary = tersely.summarize(text, sentences=1, language=language)
    pairs = zip(summary.document.units, summary.explain().units, strict=True)
    return {unit.text: why.reason for unit, why in pairs if why.reason in ("sparse", "boilerplate", "heading", "code")}


@pytest.mark.parametrize("heading", sorted(HEADINGS))
@pytest.mark.parametrize("language", sorted(SECTIONS))
def test_sections_keep_their_sentences(language, heading):
    text = lay_out(language, heading)
    out = left_out(text, language)
    assert set(out.values()) <= {"heading", "code"}
    for title, body in SECTIONS[language]:
        assert any(title.casefold() in unit.casefold() for unit in out), title
        assert not any(unit in body for unit in out)


def test_a_report_with_tables_keeps_its_short_sections():
    rows = "Net sales $ 4,512 $ 4,318 4.5 %\nCost of sales 2,801 2,755 1.7 %\nGross margin 1,711 1,563 9.5 %\n\n"
    text = (
        "Results of Operations\n\nNet Sales\n\n"
        + rows
        + "Net sales increased 4.5 % on higher prices. Volumes were flat.\n\nCost of Sales\n\n"
        + rows
        + "Cost of sales rose less than sales did.\n\nLiquidity\n\nWe held 312 million in cash at the end of the year."
        "\n\nForward-Looking Statements\n\nThis report speaks of the future. It rests on what we expect today. "
        "Results may differ. We do not update them. Risks are listed above.\n"
    )
    out = left_out(text)
    for said in ("Net sales increased 4.5 % on higher prices.", "Cost of sales rose less than sales did."):
        assert said not in out
    assert "We held 312 million in cash at the end of the year." not in out


CODE = "```python\n" + "".join(f"q.put(job_{i}, retry={i}, delay={i})\n" for i in range(40)) + "```\n\n"


@pytest.mark.parametrize(
    ("text", "only"),
    [
        (f"# runner\n\nRuns jobs in a queue.\n\n## Usage\n\n{CODE}## Install\n\n## Licence\n", "Runs jobs in a queue."),
        (
            "# läufer\n\nFührt Aufträge aus.\n\n## Optionen\n\n| Name | Wert |\n|---|---|\n"
            + "| retry | 3 |\n" * 30
            + "\n## Lizenz\n\nMIT\n",
            "Führt Aufträge aus.",
        ),
        (
            "runner\n======\n\nRuns jobs in a queue.\n\nUsage\n-----\n\n" + CODE + "Install\n-------\n\n" + CODE,
            "Runs jobs in a queue.",
        ),
    ],
)
def test_a_readme_of_headings_and_code_is_its_only_sentence(text, only):
    summary = tersely.summarize(text, sentences=2)
    assert [str(sentence) for sentence in summary] == [only]
    assert "headings_used" not in summary.flags


@pytest.mark.parametrize("headings", ["## Usage\n\n## Install\n\n## Licence\n", "# A\n\n# B\n"])
def test_headings_are_used_where_there_is_nothing_else(headings):
    assert str(tersely.summarize(headings, sentences=1))


MENU = "Home\nNews\nSport\nWeather\nAbout us\n"
ARTICLE = (
    "The council voted on Tuesday to close the old bridge for repairs of its beams. It was built in 1904.\n"
    "Engineers had found cracks in two of the main beams, and feared that they would break.\n"
    "A ferry will carry pedestrians and bicycles across the river while the bridge is closed.\n"
    "The mayor said that the ferry would be free, and that buses would take the upper bridge until May.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "You are reading page one.",
        "Lesen Sie hier mehr.",
        "Le site évolue.",
        "Nuestra sede está en Moor.",
    ],
)
def test_sentences_in_menus_stay_out(line):
    text = MENU + line + "\n" + MENU + ARTICLE + MENU
    assert left_out(text)[line] == "sparse"
    text = MENU + ARTICLE + MENU + line + "\n" + MENU
    assert left_out(text)[line] == "sparse"
