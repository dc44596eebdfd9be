"""Notices of web sites and mails are boilerplate in many languages. Texts about such notices are not."""

import pytest

import tersely

ARTICLES = {
    "en": "The dam is closed. The lower road is shut until May. Buses take the upper road.",
    "de": "Der Damm ist gesperrt. Die untere Straße bleibt bis Mai zu. Busse fahren über die obere Straße.",
    "fr": "Le barrage est fermé. La route du bas est coupée jusqu'en mai. Les bus prennent la route du haut.",
    "es": "La presa está cerrada. La carretera baja está cortada hasta mayo. Los autobuses van por la alta.",
    "it": "La diga è chiusa. La strada bassa resta chiusa fino a maggio. Gli autobus passano per la strada alta.",
    "pt": "A barragem está fechada. A estrada de baixo está cortada até maio. Os autocarros vão pela de cima.",
    "nl": "De dam is gesloten. De lage weg is dicht tot mei. Bussen nemen de hoge weg.",
    "pl": "Tama jest zamknięta. Dolna droga jest nieczynna do maja. Autobusy jeżdżą górną drogą.",
    "sv": "Dammen är stängd. Den nedre vägen är avstängd till maj. Bussarna tar den övre vägen.",
    "ru": "Плотина закрыта. Нижняя дорога перекрыта до мая. Автобусы ходят по верхней дороге.",
    "ja": "ダムは閉鎖されている。下の道は五月まで通れない。バスは上の道を通る。",
    "zh": "大坝已经关闭。下面的路五月前不通。公共汽车走上面的路。",
}

SITE_NOTICES = [
    ("en", "We use cookies to make our website work. By clicking accept you agree to our cookie policy."),
    ("en", "Sign up for our newsletter and get the news in your inbox every morning."),
    ("en", "Comments are moderated before they appear on this site. Abusive comments are deleted by our moderators."),
    ("de", "Wir verwenden Cookies auf unserer Website. Mit dem Klick auf Alle annehmen stimmen Sie der Verwendung zu."),
    ("de", "Abonnieren Sie unseren Newsletter und bleiben Sie auf dem Laufenden."),
    (
        "fr",
        "Nous utilisons des cookies sur notre site. En continuant, vous acceptez notre politique de confidentialité.",
    ),
    ("fr", "Inscrivez-vous à notre newsletter pour recevoir l'actualité chaque matin."),
    ("es", "Utilizamos cookies en este sitio web. Si continúa navegando, acepta nuestra política de privacidad."),
    ("es", "Suscríbase a nuestra newsletter y reciba las noticias cada mañana."),
    ("it", "Questo sito utilizza i cookie. Continuando la navigazione acconsenti all'uso dei cookie."),
    ("pt", "Este site utiliza cookies. Ao continuar, você aceita a nossa política de privacidade."),
    ("nl", "Wij gebruiken cookies op onze website. Door verder te gaan gaat u akkoord met ons privacybeleid."),
    ("pl", "Nasza strona używa plików cookies. Korzystając z niej, wyrażasz zgodę na naszą politykę prywatności."),
    ("sv", "Vi använder cookies på vår webbplats. Genom att fortsätta godkänner du vår integritetspolicy."),
    ("ru", "Мы используем файлы cookie на нашем сайте. Продолжая, вы соглашаетесь с политикой конфиденциальности."),
    ("ja", "当サイトではクッキーを使用しています。閲覧を続けると、クッキーの使用に同意したものとみなされます。"),
    ("zh", "我们的网站使用cookie。继续浏览即表示您同意我们的隐私政策。"),
]

MAIL_NOTICES = [
    (
        "en",
        "CONFIDENTIALITY NOTICE: This message and its attachments are for the addressee only and may be privileged. "
        "If you are not the intended recipient, please tell the sender and delete this message. "
        "Please think of the trees before printing this email.",
    ),
    (
        "de",
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Empfänger sind, informieren Sie "
        "bitte sofort den Absender und vernichten Sie diese Nachricht. Das unerlaubte Kopieren ist nicht gestattet.",
    ),
    (
        "fr",
        "Ce message et ses pièces jointes sont confidentiels. Si vous n'êtes pas le destinataire, merci d'en avertir "
        "l'expéditeur et de supprimer ce courriel. Pensez à la planète avant d'imprimer ce courriel.",
    ),
    (
        "es",
        "Este mensaje es confidencial y va dirigido solo a su destinatario. Si lo ha recibido por error, avise al "
        "remitente y proceda a borrar este correo.",
    ),
    (
        "it",
        "Questo messaggio è riservato ed è destinato solo al destinatario. Se lo ha ricevuto per errore, avvisi il "
        "mittente e provveda a eliminare la e-mail.",
    ),
    (
        "nl",
        "Dit bericht is vertrouwelijk en alleen bestemd voor de geadresseerde. Bent u dat niet, meld het dan aan de "
        "afzender en verwijder dit bericht.",
    ),
    (
        "pl",
        "Ta wiadomość jest poufna i przeznaczona tylko dla adresata. Jeśli otrzymali ją Państwo omyłkowo, prosimy "
        "powiadomić nadawcę i usunąć wiadomość.",
    ),
    (
        "ru",
        "Это письмо содержит конфиденциальную информацию для получателя. Если вы получили его по ошибке, сообщите "
        "отправителю и удалите сообщение.",
    ),
    (
        "ja",
        "このメールには機密情報が含まれています。宛先でない方が受信された場合は、送信者に知らせ、メールを削除してください。",
    ),
]


def reasons(text: str, language: str = "auto") -> dict[str, str]:
    summary = tersely.summarize(text, sentences=1, language=language)
    explained = summary.explain().units
    return {unit.text: why.reason for unit, why in zip(summary.document.units, explained, strict=True)}


def left_out(text: str) -> list[str]:
    return [unit for unit, reason in reasons(text).items() if reason in ("boilerplate", "sparse")]


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in tersely.split_sentences(text)]


@pytest.mark.parametrize(("language", "notice"), SITE_NOTICES + MAIL_NOTICES)
def test_a_notice_after_the_article_is_boilerplate(language, notice):
    text = ARTICLES[language] + "\n\n" + notice
    assert left_out(text) == sentences(notice)
    picked = tersely.summarize(text, sentences=2)
    assert all(str(sentence) in ARTICLES[language] for sentence in picked)


@pytest.mark.parametrize(("language", "notice"), SITE_NOTICES)
def test_a_notice_before_the_article_is_boilerplate(language, notice):
    assert left_out(notice + "\n\n" + ARTICLES[language]) == sentences(notice)


@pytest.mark.parametrize("notice", [SITE_NOTICES[0][1], SITE_NOTICES[1][1], MAIL_NOTICES[0][1]])
@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_an_english_notice_stands_below_texts_in_all_languages(language, notice):
    assert left_out(ARTICLES[language] + "\n\n" + notice) == sentences(notice)


@pytest.mark.parametrize("notice", [notice for _, notice in SITE_NOTICES + MAIL_NOTICES])
def test_a_notice_alone_is_summarised(notice):
    assert str(tersely.summarize(notice, sentences=1))


@pytest.mark.parametrize(
    "text",
    [
        "Cookies are small files. A browser sends cookies back to the site that set them. Cookies keep you logged in. "
        "Most cookies live for a year.\n\nWe store cookies only if you accept them.",
        "Bake the cookies for ten minutes in our oven. You may add nuts. Let them cool before you serve them.",
        "The mayor declined to comment on his injuries. The road is shut. We were told that it opens in May.",
        "The court found that the papers were confidential. The sender was never named. The trial goes on.",
        "The club sent its members a newsletter on Monday. The ground is closed. Games move to the old park.",
        "Der Club schickt seinen Mitgliedern einen Newsletter. Der Platz ist zu. Die Spiele ziehen um.",
        "Le club envoie une newsletter à ses membres. Le terrain est fermé. Les matchs sont déplacés.",
    ],
)
def test_what_a_text_says_is_no_notice(text):
    assert left_out(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "# Changelog\n\nAll notable changes to this project will be documented in this file.\n\nThe format is "
            "based on "
            "Keep a Changelog, and this project adheres to Semantic Versioning.\n\n## 1.2.0\n\n### Fixed\n\n"
            "- Jobs that fail twice are retried.\n- The queue no longer blocks on Windows.\n",
            "Jobs",
        ),
        (
            "# runner\n\nRuns jobs in a queue and retries them. Jobs may wait for others.\n\n## License\n\n"
            "Distributed under the MIT licence. Permission is hereby granted, free of charge, to any person.\n",
            "Runs",
        ),
    ],
)
def test_how_a_project_is_kept_is_boilerplate(text, kept):
    found = reasons(text)
    for unit, reason in found.items():
        if unit.startswith(("All notable", "The format", "Distributed", "Permission")):
            assert reason == "boilerplate", unit
    assert kept in str(tersely.summarize(text, sentences=1))
