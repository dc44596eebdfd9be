"""Pages as people paste them, for hostile.py: mail, Markdown, HTML, a program, and a story for many variations."""

STORY = (
    "The museum of Port Ellery reopened its whale hall on Sunday after four years. "
    "Restorers took the skeleton apart and cleaned each of its 188 bones with soft brushes. "
    "The work cost 1.3 million pounds, most of it paid by a lottery. "
    "A crack in the lower jaw turned out to be older than the museum. "
    "Visitors may now walk beneath the ribs on a floor of glass. "
    "Children asked the guides where the whale had come from. "
    "Nobody knew until a fisherman's diary was found in the attic. "
    "The diary says that the animal stranded on the north beach in 1871."
)
STORY_SENTENCES = [s if s.endswith(".") else s + "." for s in STORY.split(". ")]

MAIL = """\
From: Ida <ida@example.org>
To: Per <per@example.org>
Subject: Re: jaw
Date: Tue, 4 Mar 2025 09:10:00 +0100

Dear Per,

the crack in the jaw is older than we thought, and the glue that
was used in 1902 will not come off without heat. I would like to
try the warm sand first, because it worked on the ribs.

Could you send me the old photographs before Friday? The insurer
asks for them every week.

Best wishes
Ida
--\N{SPACE}
Ida Lund
Port Ellery Museum, 3 Dock St., Tel. +44 20 7946 0000
"""

REPLY = """\
Warm sand is fine with me, but please wear gloves.

On Tue, 4 Mar 2025, Ida wrote:
> May I try the warm sand?
> It worked on the ribs.
>> Steam was forbidden in 1990.
>> Nobody remembers why.
> Regards, Ida
"""

MARKDOWN = """\
# Whale hall

The hall is **open**. Read [the plan](https://example.org/hall.html) first.

## Money

| Part  | Cost |
|-------|-----:|
| Floor |  0.7 |
| Bones |  0.6 |

```python
def bones():
    # no sentence. None at all.
    return 188
```

- The floor is glass.
- tickets
* *Dogs* must wait outside.
1. Buy a ticket.
2. Leave your umbrella.

> A guide says: look up.

The attic stays closed until May. It will then show the diary.
"""

HTML = (
    "<!DOCTYPE html><html><head><title>Hall</title><style>h1{color:navy}</style><script>let x = 1; log('a. B');"
    "</script></head><body><nav><a href='/'>Start</a></nav><h1>Whale hall</h1><p>The hall is open &amp; warm. "
    "It closes at six.</p><p>The floor holds 2&nbsp;tons.<br>Nobody fell yet.</p><!-- secret. note --></body></html>"
)

PROGRAM = """\
import sys


class Bone:
    '''Rib. Or jaw.'''

    def weigh(self, s):
        return s.scale.read() or sys.maxsize

for b in []:
    b.weigh(b)
"""

PAGE = "\n".join(
    [
        "Whale hall opens its doors",
        "PRESS POOL",
        "The skeleton before the works",
        *STORY_SENTENCES,
        "PORT ELLERY COURIER",
        "Read more: Ten museums for rainy days",
        "Subscribe to our newsletter",
        "© 2025 Courier Media",
    ]
)

SPEECH = (
    "so the jaw you know we looked at it again and um it is older than the house i mean the crack is and then "
    "the lady from the insurance came and she said well who pays for that "
)
