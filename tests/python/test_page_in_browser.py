"""The interactive page in a browser: what it marks, says and copies, with slider, mouse and keyboard."""

from __future__ import annotations

import re
import shutil
from contextlib import closing

import pytest
from support.hostile import TEXTS
from test_coherence import SNOW
from test_page import HOSTILE, printable

import tersely

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium")
if CHROMIUM is None:
    pytest.skip("needs Chromium", allow_module_level=True)

MARKED = "[...document.querySelectorAll('.u')].flatMap((unit, i) => unit.matches('.on') ? [i] : [])"
TOLD = "document.querySelector('#k').value + ' ' + document.querySelector('#told').textContent"
# [k, marked units, facts] for every number that the field takes.
EVERY_NUMBER = f"""() => {{
  const field = document.querySelector("#k");
  const positions = [];
  for (let k = Number(field.min); k <= Number(field.max); ++k) {{
    field.value = k;
    field.dispatchEvent(new Event("input"));
    positions.push([k, {MARKED}, {TOLD}]);
  }}
  return positions;
}}"""
SHOWN = "[...document.querySelectorAll('.u')].flatMap((unit, i) => unit.checkVisibility() ? [i] : [])"


@pytest.fixture(scope="module")
def browser():
    with (
        playwright.sync_playwright() as p,
        p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]) as browser,
    ):
        yield browser


@pytest.fixture
def show(browser, tmp_path):
    """Opens the page of a summary. At the end: no requests, no scripts of the text were run, no errors."""
    path = tmp_path / "page.html"
    tabs, trouble = {}, []

    def open_tab(options):
        page = browser.new_context(**options).new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url == path.as_uri() or trouble.append(request.url))
        return page

    def show(summary, **options):
        summary.to_html(path)
        key = tuple(options.items())
        if key not in tabs:
            tabs[key] = open_tab(options)
        tabs[key].goto(path.as_uri())
        return tabs[key]

    yield show
    for page in tabs.values():
        page.context.close()
    assert trouble == []


def marked(page):
    return page.evaluate(MARKED)


def told(page):
    return page.evaluate(TOLD)


def slider_of(page):
    return page.get_by_label("Length of the summary")


def field_of(page):
    return page.get_by_label("Number of sentences")


def look(page, name):
    page.get_by_label(name, exact=True).check()


def shown(page):
    return page.evaluate(SHOWN)


def chosen(summary):
    return sorted(summary.order)


def unit(page, index):
    return page.locator(".u").nth(index)


def focused(page):
    """Returns the index of the focused unit."""
    return page.evaluate("[...document.querySelectorAll('.u')].indexOf(document.activeElement)")


def summaries(article, samples):
    document = tersely.Document(article)
    yield "article", tersely.summarize(article), {}
    yield "one sentence", tersely.summarize("The boat is old."), {}
    yield "all sentences", tersely.summarize("The boat is old. Nobody wants it. It will be sold in May."), {}
    yield "by words", tersely.summarize(article, words=60), {}
    yield "by score", tersely.summarize(article, method="textrank", order="score", redundancy=0.4), {}
    yield "with a title", tersely.summarize(article, title=document[document.candidates[2]].text), {}
    wishes = {"include": [0, document.candidates[4]], "exclude": list(document.candidates[:2])}
    yield "with wishes", document.summarize(4, **wishes), wishes
    yield "given", tersely.summarize_sentences(["The boat is old.", None, "", "Nobody wants it.", "It leaks."], 1), {}
    for name, text in samples.items():
        yield name, tersely.summarize(text), {}


def test_the_field_shows_every_choice(article, samples, show):
    for name, summary, wishes in summaries(article, samples):
        positions = show(summary).evaluate(EVERY_NUMBER)
        n = max(1, len(summary._curve().order))
        assert [k for k, _, _ in positions] == list(range(len(wishes.get("include", "1")), n + 1)), name
        prose = {x.index for x in summary.document if x.text and x.kind not in ("heading", "code")}
        total = f"{len(prose)} sentence" if prose.issuperset(positions[-1][1]) else f"{len(summary.document)} unit"
        for k, units, line in positions:
            choice = summary.at(sentences=k, **wishes)
            assert units == chosen(choice), (name, k)
            words, coverage = re.search(r"([\d,]+) of [\d,]+ words .* covers (\d+)\xa0%", line).groups()
            assert line.startswith(f"{k} of {total}")
            assert int(words) == choice.n_words
            assert int(coverage) == pytest.approx(100 * choice.coverage, abs=0.5 + 1e-9)


def test_the_page_begins_at_the_summary_and_comes_back_to_it(article, samples, show):
    for name, summary, _ in summaries(article, samples):
        page = show(summary)
        assert marked(page) == chosen(summary), name
        begin = told(page)
        assert f"{len(summary)} of " in begin
        assert f" {summary.n_words} of " in begin
        if len(page.evaluate(EVERY_NUMBER)) > 1:
            page.get_by_role("button", name="This summary").click()
        else:
            assert not slider_of(page).is_visible()
        assert (marked(page), told(page)) == (chosen(summary), begin), name


def test_a_choice_that_the_slider_does_not_have(article, show):
    # With 40 words the best sentences are passed over because they do not fit.
    summary = tersely.summarize(article, words=40)
    assert all(chosen(summary) != chosen(summary.at(sentences=k)) for k in range(1, 6))
    page = show(summary)
    slider_of(page).press("ArrowRight")
    assert marked(page) == chosen(summary.at(sentences=len(summary) + 1))


def test_of_a_cut_sentence_only_what_is_left_is_marked(article, show):
    summary = tersely.summarize(article, words=4, cut=True)
    page = show(summary)
    background = "element => getComputedStyle(element).backgroundColor"
    nothing = unit(page, 0).evaluate(background)
    assert page.locator(".cut").inner_text() == summary[0].text
    assert page.locator(".cut").evaluate(background) != nothing
    assert page.locator(".on").evaluate(background) == nothing
    page.get_by_label("Number of sentences").fill("2")
    assert page.locator(".on").first.evaluate(background) != nothing


def test_the_suggestion(article, show):
    summary = tersely.summarize(article)
    page = show(summary)
    page.get_by_role("button", name=f"Suggested: {summary.suggest()}").click()
    assert marked(page) == chosen(summary.at(summary.suggest()))


def test_slider_by_keyboard(article, show):
    summary = tersely.summarize(article)
    page = show(summary)
    slider = slider_of(page)
    while not slider.evaluate("element => element === document.activeElement"):
        page.keyboard.press("Tab")
    for key, k in (("ArrowRight", 4), ("ArrowLeft", 3), ("ArrowLeft", 2), ("Home", 1), ("PageUp", 11), ("End", 20)):
        page.keyboard.press(key)
        assert marked(page) == chosen(summary.at(sentences=k))
        assert slider.get_attribute("aria-valuetext") == told(page)


def test_the_mouse_on_a_sentence_shows_why(article, show):
    summary = tersely.summarize(article)
    curve, every = summary._curve(), {x.index: x for x in summary.at(sentences=10**6)}
    page = show(summary)
    third = curve.order[2]
    unit(page, third).hover()
    note = page.locator("#note").inner_text()
    assert "Chosen 3rd" in note
    assert "3 sentences or more" in note
    before, after = curve.coverage[1:3]
    assert f"adds {100 * (after - before):.1f}\xa0%" in note
    assert f"rank {every[third].rank} of {len(curve.order)} · score {every[third].score:.2f}" in note
    unit(page, 0).hover()
    assert page.locator("#note p").all_inner_texts() == ["Never chosen", "heading, caption or credit"]


def test_the_keyboard_goes_from_sentence_to_sentence(article, show):
    summary = tersely.summarize(article)
    page = show(summary)
    look(page, "Whole text")
    first, second, third = chosen(summary)
    page.get_by_role("button", name="Copy").focus()
    page.keyboard.press("Tab")
    assert focused(page) == first
    for key, index in (("ArrowDown", first + 1), ("ArrowUp", first), ("Home", 0), ("End", len(summary.document) - 1)):
        page.keyboard.press(key)
        assert focused(page) == index
    assert unit(page, index).get_attribute("aria-describedby") == "note"
    page.keyboard.press("Home")
    assert "Never chosen" in page.locator("#note").inner_text()
    for name, index in (("Next", first), ("Next", second), ("Next", third), ("Next", first), ("Previous", third)):
        page.get_by_role("button", name=name).click()
        assert focused(page) == index
        assert "Chosen" in page.locator("#note").inner_text()


@pytest.mark.parametrize("clipboard", ["allowed", "forbidden", "absent"])
def test_copy(samples, show, clipboard):
    replace = {
        "allowed": "",
        "forbidden": "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }",
        "absent": "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
    }
    for name, options in (("email", {}), ("report", {"words": 30}), ("chinese", {"order": "score"})):
        summary = tersely.summarize(samples[name], **options)
        page = show(summary)
        page.clock.install()
        page.evaluate(replace[clipboard])
        assert copied(page) == summary.join("\n")
        for k in (1, 4):
            page.get_by_label("Number of sentences").fill(str(k))
            assert copied(page) == summary.at(sentences=k).join("\n")


def copied(page):
    page.get_by_role("button", name="Copy").click()
    playwright.expect(page.get_by_role("button", name="Copied")).to_be_focused()
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'pasted'}))")
    page.locator("#pasted").press("Control+V")
    text = page.locator("#pasted").input_value()
    page.evaluate("document.querySelector('#pasted').remove()")
    page.clock.fast_forward(2000)  # the button says "Copy" again
    return text


def test_hostile_texts_are_shown_as_they_are(show):
    texts = [HOSTILE, *(x.text for x in TEXTS.values() if len(x.text) < 10_000 and x.text.strip())]
    for text in texts:
        summary = tersely.summarize(text)
        page = show(summary)
        shown = page.evaluate("[...document.querySelectorAll('.u')].map(unit => unit.textContent)")
        assert shown == [printable(unit.text) for unit in summary.document]
        assert marked(page) == chosen(summary)
        assert page.locator("script").count() == 2


def test_foreign_scripts_do_not_run(article, browser, tmp_path):
    path = tmp_path / "page.html"
    page = tersely.summarize(article).to_html()
    path.write_text(page.replace("</main>", "<script>document.title = 'ran'</script></main>"), encoding="utf-8")
    with closing(browser.new_page()) as page:
        page.goto(path.as_uri())
        assert page.title() != "ran"
        page.get_by_label("Number of sentences").fill("1")
        assert len(marked(page)) == 1


def test_a_long_text(show):
    text = " ".join(f"The {i}th boat brings {i % 7} whales to harbour {i % 13}." for i in range(5000))
    summary = tersely.summarize(text)
    page = show(summary)
    order = summary._curve().order
    assert len(order) == 5000
    slider = slider_of(page)
    for key, k in (("ArrowRight", 4), ("End", 5000), ("ArrowLeft", 4999), ("ArrowLeft", 4998), ("Home", 1)):
        slider.press(key)
        assert marked(page) == sorted(order[:k])
        assert told(page).startswith(f"{k} of 5,000 sentences")


def test_half_of_the_scale_is_for_the_useful_part_of_a_long_text(show):
    summary = tersely.summarize(" ".join(f"The {i}th boat brings {i % 7} whales to {i % 13}." for i in range(1000)))
    knee = summary.suggest()
    assert knee < 100
    page = show(summary)
    slider = slider_of(page)
    ticks = page.locator(".ticks span").all_inner_texts()
    assert {"1", "2", "5", "1,000"} <= set(ticks)
    boxes = [tick.bounding_box() for tick in page.locator(".ticks span").all()]
    edges = sorted((box["x"], box["x"] + box["width"]) for box in boxes)
    assert all(right < left for (_, right), (left, _) in zip(edges, edges[1:]))
    page.get_by_role("button", name="Suggested").click()
    assert float(slider.input_value()) == pytest.approx(0.5)
    for share, k in ((0.5, knee), (0, 1), (1, 1000)):
        box = slider.bounding_box()
        page.mouse.click(box["x"] + 9 + share * (box["width"] - 18), box["y"] + box["height"] / 2)
        assert abs(int(field_of(page).input_value()) - k) <= 1


def test_the_scale_of_a_short_text_is_even(article, show):
    page = show(tersely.summarize(article))
    for k in (1, 2, 11, 20):
        field_of(page).fill(str(k))
        assert float(slider_of(page).input_value()) == pytest.approx((k - 1) / 19)


def test_the_field_corrects_what_is_out_of_range(article, show):
    summary = tersely.summarize(article)
    page = show(summary)
    for typed, k in (("21", 20), ("0", 1), ("2.6", 3), ("", 1)):
        field_of(page).fill(typed)
        field_of(page).press("Tab")
        assert field_of(page).input_value() == str(k)
        assert marked(page) == chosen(summary.at(k))


def test_units_far_from_the_summary_are_folded_as_in_a_notebook(article, samples, show):
    for text in (
        article,
        samples["report"],
        "# Boats\n\n" + "One boat is old. " * 3 + "Ducks swim here. " + "A. " * 30,
    ):
        summary = tersely.summarize(text)
        page = show(summary)
        units = range(len(summary.document))
        near = {x.index + step for x in summary for step in (-1, 0, 1)}
        assert near.intersection(units) <= set(shown(page))
        # A notebook folds the same units.
        folded = re.findall(r"<summary[^>]*><span[^>]*>([^<]*)", summary._repr_html_())
        assert page.locator(".fold").all_inner_texts() == folded
        page.get_by_role("button", name="Suggested").click()
        again = summary.at(summary.suggest())
        assert page.locator(".fold").count() == again._repr_html_().count("<summary")


def test_only_texts_of_which_something_is_shown_are_named(article, show):
    names = ["first", "second", "third", "fourth"]
    texts = [article.replace("Harrow", place) for place in ("Low", "High", "Mid")] + ["A kite flew over the pier. " * 2]
    summary = tersely.summarize_documents(texts, 1, names=names)
    page = show(summary)
    in_sight = {summary.document[i].source_name for i in shown(page)}

    assert 0 < len(in_sight) < len(names)
    assert page.locator(".source:visible").all_inner_texts() == [name for name in names if name in in_sight]
    look(page, "Whole text")
    assert page.locator(".source:visible").all_inner_texts() == names


def test_a_fold_opens(article, show):
    summary = tersely.summarize(article)
    page = show(summary)
    before = set(shown(page))
    fold = page.locator(".fold").first
    fold.click()
    opened = set(shown(page)) - before
    assert len(opened) >= 5
    assert focused(page) == min(opened)
    slider_of(page).press("ArrowRight")
    assert opened <= set(shown(page))
    look(page, "Whole text")
    assert shown(page) == list(range(len(summary.document)))
    assert page.locator(".fold").count() == 0
    look(page, "Text, folded")
    assert set(shown(page)) & opened == {x.index + i for x in summary.at(4) for i in (-1, 0, 1)} & opened


def test_only_the_summary(article, samples, show):
    for text in (article, samples["email"], samples["report"]):
        summary = tersely.summarize(text)
        page = show(summary)
        look(page, "Only the summary")
        assert shown(page) == chosen(summary)
        assert page.locator("article").inner_text().split() == " ".join(x.text for x in summary).split()
        slider_of(page).press("ArrowRight")
        assert shown(page) == chosen(summary.at(len(summary) + 1))
        unit(page, summary[0].index).hover()
        assert "Chosen" in page.locator("#note").inner_text()


def test_of_a_cut_sentence_only_what_is_left_is_shown(article, show):
    summary = tersely.summarize(article, words=4, cut=True)
    page = show(summary)
    look(page, "Only the summary")
    assert page.locator(".cut").evaluate("element => getComputedStyle(element, '::after').content") == '"…"'
    assert not page.locator(".rest").is_visible()


def test_a_short_text_is_not_folded(show):
    page = show(tersely.summarize("One boat came. Two boats left. " * 9, 1))
    assert page.locator(".fold").count() == 0
    assert not page.get_by_label("Text, folded").is_visible()
    assert page.get_by_label("Whole text").is_checked()


def test_the_note_has_the_words_that_a_sentence_adds(article, samples, show):
    for text in (article, samples["arabic"], samples["chinese"]):
        summary = tersely.summarize(text)
        page = show(summary)
        for k in (1, 3):
            pick = summary.at(k).explain().picks[-1]
            unit(page, pick.sentence.index).hover()
            assert page.locator(".chips span").all_inner_texts() == [text for text, _ in pick.concepts[:8]]
            assert f"and {len(pick.concepts) - 8} more" in page.locator("#note").inner_text()
        unit(page, summary.order[0]).focus()
    look(page, "Whole text")


def test_the_note_tells_the_relevance_and_what_a_sentence_was_taken_for(article, show):
    summary = tersely.summarize(article, 2, query="How much money did the town save?")
    page = show(summary)
    pick = summary.at(1).explain().picks[0]
    unit(page, pick.sentence.index).hover()
    note = page.locator("#note").inner_text()
    assert f"relevance {pick.relevance:.2f}: {', '.join(pick.matched)}" in note
    assert "query “How much money" in page.locator("footer").inner_text()

    page = show(tersely.summarize(SNOW, 2, coherence="full"))
    unit(page, 1).hover()
    assert "taken because the next sentence begins with “As a result”" in page.locator("#note").inner_text()


def test_without_scripts_the_choice_is_marked(article, show):
    summary = tersely.summarize(article)
    page = show(summary, java_script_enabled=False)
    assert page.locator(".on").all_inner_texts() == [x.text for x in summary]
    assert not page.locator("header").is_visible()


def test_in_print_only_the_choice_stands_out(article, show):
    page = show(tersely.summarize(article))
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert not page.locator("#note").is_visible()
    weights = page.evaluate(
        "[...document.querySelectorAll('.u:not(.heading)')].map(u => [u.matches('.on'), "
        "getComputedStyle(u).fontWeight >= 600])"
    )
    assert all(is_chosen == is_bold for is_chosen, is_bold in weights)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_read(article, show, scheme):
    page = show(tersely.summarize(article), color_scheme=scheme)
    colours = page.evaluate("""() => {
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      const paper = style("body").backgroundColor;
      return [[style(".on").color, style(".on").backgroundColor], [style(".never").color, paper],
              [style("button").color, paper], [style("#note p").color, paper], [style("#told").color, paper]];
    }""")
    assert all(contrast(text, back) >= 4.5 for text, back in colours)  # WCAG 2.2, 1.4.3
    assert (luminance(colours[1][1]) < 0.1) == (scheme == "dark")


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    """Returns the relative luminance (WCAG) of an opaque colour such as rgb(1, 2, 3)."""
    parts = [int(part) / 255 for part in re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", colour).groups()]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_right_to_left(samples, show):
    page = show(tersely.summarize(samples["arabic"]))
    assert page.locator(".p").first.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.locator("header").evaluate("element => getComputedStyle(element).direction") == "ltr"
