"""The summary of a mail has only the message, no quotation, attribution, signature or device name."""

import pytest

import tersely

QUOTED = "> The fitter comes on Tuesday. Tell me when the pump is here.\n> The cellar key is with Ivo.\n"

ATTRIBUTIONS = [
    "On Dec 16, 2011, at 12:47 PM, Tom Hill\n<tom@example.com>\nwrote:\n",
    "On Fri, Dec 16, 2011 at 12:47 PM Tom Hill from the office in the old mill\n<tom@example.com> wrote:\n",
    "Am 16. Dezember 2011 um 12:47 schrieb Tom Hill\n<tom@example.com>:\n",
    "Le ven. 16 déc. 2011 à 12:47, Tom Hill\n<tom@example.com> a\nécrit :\n",
    "El vie, 16 dic 2011 a las 12:47, Tom Hill\n(<tom@example.com>) escribió:\n",
    "16 декабря 2011 г. в 12:47 пользователь Tom Hill\n<tom@example.com> написал:\n",
    "2011年12月16日(金) 12:47 Tom Hill\n<tom@example.com>:\n",
    "> On Dec 16, 2011, at 12:47 PM, Tom Hill wrote:\n>\n",
    "> Am 16. Dezember 2011 um 12:47 schrieb Tom Hill:\n",
    "> Le 16 décembre 2011 à 12:47, Tom Hill\n> <tom@example.com> a écrit :\n",
]


def said(text: str) -> list[str]:
    """Returns everything that may be chosen."""
    summary = tersely.summarize(text, sentences=1)
    pairs = zip(summary.document.units, summary.explain().units, strict=True)
    return [unit.text for unit, why in pairs if why.reason not in ("heading", "code", "sparse", "boilerplate")]


MESSAGE = ["We swap the pump on Monday.", "The cellar is open."]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_attributions_on_several_lines_or_inside_the_quotation(attribution):
    assert said(" ".join(MESSAGE) + "\n\n" + attribution + "\n" * (attribution[0] != ">") + QUOTED) == MESSAGE


@pytest.mark.parametrize(
    "text",
    [
        " ".join(MESSAGE) + "\n\n" + QUOTED,
        f"{MESSAGE[0]}\n\n> Where is Ivo?\n\n{MESSAGE[1]}\n\n> Who has the key?\n\nyes\n\n> And the lamp?\n",
        f"Hi Tom,\n\n> The fitter comes on Tuesday.\n\n{MESSAGE[0]}\n\n{MESSAGE[1]}\n",
        f"Hallo Tom,\n\n> Der Monteur kommt am Dienstag.\n\n{MESSAGE[0]}\n\n{MESSAGE[1]}\n",
        f"Bonjour Tom !\n\n> Le monteur vient mardi.\n\n{MESSAGE[0]}\n\n{MESSAGE[1]}\n",
    ],
)
def test_bare_quotations_in_mails(text):
    assert said(text) == MESSAGE


@pytest.mark.parametrize(
    "text",
    [
        "The poet looked at the sea.\n\n> The sea is wide. It is cold.\n\nThat was all he wrote.\n",
        "# Notes\n\nThe sea.\n\n> The sea is wide. It is cold.\n> It is deep.\n",
        "> The sea is wide.\n\nSo the poem begins. It ends on a beach.\n",
        "Der Dichter sah das Meer.\n\n> Das Meer ist weit. Es ist kalt.\n\nMehr schrieb er nicht.\n",
    ],
)
def test_quotations_elsewhere_stay(text):
    assert any("sea is wide" in unit or "Meer ist weit" in unit for unit in said(text))


@pytest.mark.parametrize(
    ("greeting", "closing"),
    [
        ("Dear Tom,", "Kind regards,\nLena Moor\nMoor Pumps Ltd.\n12 Mill Lane, Moor"),
        ("Lieber Tom,", "Viele Grüße,\nLena Moor\nMoor Pumpen e. K.\nMühlweg 12, Moor"),
        ("Cher Tom,", "Bien à vous,\nLena Moor\nPompes Moor S. A.\n12 rue du Moulin"),
        ("Estimado Tom:", "Un saludo,\nLena Moor\nBombas Moor S. A."),
        ("Ciao Tom,", "A presto,\nLena Moor\nPompe Moor S. r. l."),
    ],
)
def test_closings_are_out(greeting, closing):
    assert said(f"{greeting}\n\n{' '.join(MESSAGE)}\n\n{closing}\n") == MESSAGE


@pytest.mark.parametrize(
    "device",
    [
        "Sent from my iPhone",
        "Sent from my Samsung Galaxy phone.",
        "Von meinem iPhone gesendet",
        "Gesendet von meinem Handy.",
        "Envoyé de mon iPhone",
        "Enviado desde mi teléfono.",
        "Inviato da iPhone",
        "Verzonden vanaf mijn telefoon.",
        "Отправлено с iPhone",
        "iPhoneから送信",
    ],
)
def test_the_device_is_out(device):
    assert said(f"{' '.join(MESSAGE)}\n\n{device}\n") == MESSAGE
    assert said(f"ok, see you then\n\n{device}\n") == ["ok, see you then"]
