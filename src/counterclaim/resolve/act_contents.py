"""The words that somebody said in, what tells the act from them out: patterns over English contents.

Used where the cue tells nothing. They look for what the sentence does (a denial, an own plan, a
request), in the place where it does it, because the same words further in speak of other people's acts.
"""

import re

from counterclaim.resolve.act_cues import ACCOUNT, FALSE


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.VERBOSE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOT = r"(?:not|never|n[’']t)"
_BE = r"(?:is|was|are|were|be|been|being|am|[’'](?:s|re|m))"
_START = r"^[\W_]*(?:(?:that|and|but|so|well|no|yes|look|because|again),?\s+)*[“\"‘']?"

UNTRUE = _pattern(
    rf"""{_START}(?:
        (?:it|this|that|these|those|all|they|both|everything|(?:the|such|any|all|these|those|his|her|its|their|
           media|press|news|recent|previous)\s+(?:[\w’'-]+\s+){{1,8}}?
            |(?:the\s+)?{ACCOUNT}\s+(?:[\w’'-]+\s+){{0,16}}?)\s*
        (?:is|was|are|were|[’']s|[’']re)\s+(?:(?:a|an|all|completely|simply|just|totally|absolutely|entirely|pure|
           nothing\s+but|the|blatantly|patently|categorically|demonstrably|plainly|utterly|wholly|\w+ly)\s+)*
        (?P<false>{FALSE})\b
      | (?:it|this|that|these|those|(?:the\s+)?{ACCOUNT}(?:\s+[\w’'-]+){{0,6}}?)\s*
        (?:(?:is|was|are|were)\s*{_NOT}|isn[’']t|wasn[’']t|aren[’']t|weren[’']t|[’']s\s+(?:\w+ly\s+)?not
        |[’']re\s+(?:\w+ly\s+)?not)\s+(?:\w+\s+)?
        (?:true|correct|accurate|the\s+case|so|right|what\s+happened|how\s+it\s+happened|real|based\s+on|possible)\b
      | (?:absolutely|categorically|that\s+(?:simply\s+)?)?\s*(?:did\s*n[o’']t|never)\s+happen
      | (?:there\s+(?:is|was)\s+|has\s+|had\s+)?(?:absolutely\s+)?no\s+truth\b
      | nothing\s+could\s+be\s+further\s+from
      | (?:absolute|total|utter|complete|pure)\s+(?:nonsense|rubbish|lies?|fabrication|fiction)\b
      | lies\b[,.!] | fake\s+news\b | nonsense\b
    )"""
)
"""The statement says of an account that it is untrue."""

_DEED_NOT = r"""(?!\w+ly\b|expect|want|think|have\b|need|get\b|like\b|understand|care\b|even\b|believe|feel|see\b
        |notice|hear|mean\b|
    realis|realiz|always|sound|change|spend|talk\b|say\s+(?:when|how|who|what|where)|be\b|been\b|seem|imagin|thought
        |seen\b|heard|had\b|felt|look|work|matter|last|come\b|go\b|
    make\s+it|agree|learn|stop|forget|remember|mind\b|dream|sleep|expected|enough|only|just\b|actually\s+think
        |win\b)[a-z]+"""

DISOWNED = _pattern(
    rf"""\b(?P<negation>
        (?:ha(?:s|d|ve)|having|with|there\s+(?:is|was|are|were|ha(?:s|d|ve)\s+been)|[’']s|play(?:s|ed)|of)\s+
          (?:absolutely\s+|ever\s+)?(?:no|not\s+any|n[’']t\s+any|zero|neither)(?=\s+(?:\w+\s+){{0,2}}?
          (?:connections?|knowledge|role|part\b|involvement|intentions?|links?|ties|contacts?|relation(?:ship)?s?
          |collusion|
             wrongdoing|recollection|memory|cover[- ]?up|conspiracy|deal\b|agreement|quid|basis|
             foundation|truth|reason\s+to\s+(?:doubt|suspect)|fault|blame|crime|fraud|misconduct|violation|abuse
             |torture|
             bias|pressure|interference|obstruction|discrimination|responsibility|influence|control\s+over|
             motive|torture|massacre|attack|ill\s+intent|conflict\s+of\s+interest|such)\b)
      | (?:ha(?:s|d|ve)|having)\s+nothing(?=\s+to\s+(?:do\s+with|hide))
      | (?:did|do|does|would|could)\s*(?:not|n[’']t)(?=\s+(?:have|had|see|find)\s+(?:any|anything)\b)
      | (?:did|does|do)\s*(?:not|n[’']t)(?=\s+support\s+(?:the|any|such|those|this)\s+{ACCOUNT})
      | {_BE}\s*(?:not|n[’']t|never|in\s+no\s+way)(?=\s+(?:\w+ly\s+|in\s+any\s+way\s+)?(?:involved|responsible
        |behind|to\s+blame|
          guilty|aware\s+of|part\s+of|connected|linked|related|complicit|under\s+investigation|a\s+(?:spy|terrorist|
          racist|criminal|crook|liar|puppet|threat|target)|trying\s+to|intended\s+to|motivated|based\s+on)\b)
    )"""
)
"""A share in something, or that something is so, is denied; the denied words follow."""

_OWN_SIDE = r"""(?:forces?|troops|soldiers|officers?|police|army|staff|company|client|government|side|team|party
        |group|
    ministry|military|people|campaign|office|workers|members|agents|planes|jets|guards|son|daughter|husband|wife|
    brother|father|mother)"""
NOT_DONE = _pattern(
    rf"""{_START}(?:I|we|he|she|they|it|(?:its|his|her|their|our|my
        |the)\s+(?:own\s+)?(?:[\w-]+\s+)?{_OWN_SIDE})\s+(?:\w+ly\s+)?
        (?P<negation>never|(?:did|had|has|have)\s*(?:not|n[’']t)(?:\s+ever)?|(?:had|has|have)\s+never)\s+
        (?:\w+ly\s+)?{_DEED_NOT}\b(?!\s+(?:much|many|enough|yet|very|too|that)\b)"""
)
"""The own side didn't do a thing. Left out: what one did not expect, see, want, which is no charge."""

NOT_DOING = _pattern(
    rf"""{_START}(?:I|we)\s+(?:was|were|am|are)\s+(?P<negation>not|never)\s+(?!going\b|getting\b|saying\b
        |asking\b)(?=\w+ing\b)"""
)
"""The same of what one is doing, in the first person."""

NOT_THAT = _pattern(r"\b(?P<negation>not|no|never)\b|n[’']t\b")
"""The words of denying inside a content."""

COMMITTING = _pattern(
    rf"""{_START}(?P<subject>I|we|he|she|they|it|who|(?:his|her|its|their|our|my|the)\s+(?:[\w’'-]+\s+){{1,6}}?)\s*
        (?:(?:also|now|fully|officially|personally|both|all|\w+ly)\s+)?
        (?:(?:will|shall|would|[’']ll|wo(?=n[’']t))\s*(?:not\s+|n[’']t\s+|never\s+|soon\s+|also\s+|now\s+|always\s+
        |only\s+|continue\s+to\s+)*
             (?:\w+ly\s+)?(?P<verb>(?!not\b|never\b|n[’']t)[a-z]+(?:\s+[a-z]+ing\b)?)
         | (?:have\s+|has\s+|had\s+)?plan(?:s|ned|ning)?\s+(?:on|to) | intend(?:s|ed)?\s+to | pledge[sd]? | vow(?:s
         |ed)? | promise[sd]?
         | (?:am|is|are|was|were|[’']m|[’']re)\s+(?:(?:not\s+|fully\s+|very\s+|absolutely\s+)?(?:committed\s+to
         |determined\s+to|
             going\s+to(?!\s+(?:be|have|need|see|lose|die|get|happen|take)\b)|planning\s+to|prepared\s+to|ready\s+to
             |willing\s+to|taking\s+(?:steps|action))))"""
)
"""The own side's future at the beginning of what is said."""

NO_DEED = _words(
    """be have prefer like love want see need know lose die miss remember forget feel find get face suffer learn never
    not probably likely mean seem think expect hope believe hate depend happen become remain come say cost understand
    enjoy struggle fall rise argue agree appreciate take"""
)
"""Verbs after "will" that make a prediction or a wish, not a promise."""
NO_DEED_OF_THINGS = NO_DEED | _words(
    """help make allow lead cause require give change show prove hit reach rain affect hurt create enable save
    only also increase decrease grow improve reduce bring go put leave serve benefit last hold move follow work turn
    start begin end continue advance boost strengthen weaken"""
)
"""The same after "it", which seldom stands for somebody who can promise."""

INSTITUTIONS = _words(
    """government administration council ministry department company agency court authorities party parliament club
    army police university union city state"""
)
"""Whose future a speaker announces as that of the own side: "the government will withdraw the bill"."""

PLEDGING = _pattern(
    r"""\b(?:(?:I|we)\s+(?:\w+ly\s+)?(?:promise|pledge|vow|swear\s+to\s+(?!you|god)\w+|guarantee|(?:am
        |are)\s+(?:fully\s+)?committed\s+to|
        undertake|intend\s+to|plan\s+to|will\s+make\s+sure|will\s+(?:do\s+everything|continue\s+to|work\s+(?:to
        |with)|not\s+(?:rest|stop|allow)))|
        (?:I|we)[’'](?:re|m)\s+(?:not\s+)?going\s+to\s+(?!be|have|need|see|lose|die|get|happen|take|say|miss
        |win)\w+)\b"""
)
"""The same anywhere in a quotation, where the first person makes it sure."""

DEMANDING = _pattern(
    r"""\b(?:(?<!if\s)(?<!why\s)(?!(?:I|why|how|what|if)\b)(?:[\w’'”"-]+)\s+(?:must|should|ought\s+to)\s+(?!have\b
        |be\s+(?:noted|said|able|clear|fun|a\b|the\b|an\b)|
            I\b|we\b|they\b|he\b|it\b|she\b|you\b|n[’']t\s+be\s+(?:able))(?:\w+)
        | (?:we|they|people|government|everyone|everybody|authorities|police|parliament|congress|leaders|country
        |world|states|
            countries|ministers?|president|council|company|companies|he|she)\s+(?:all\s+|also\s+|really\s+
            |now\s+)?(?:(?:has|have)(?:\s+got)?\s+to|needs?\s+to)\s+
            (?!be\s+able|have\b|work\s+hard|admit|say\b)[a-z]+
        | (?:I|we)(?:\s+would|[’']d)?\s+(?:\w+ly\s+|also\s+|again\s+)?(?:urge|demand|ask|call\s+(?:up)?on|call\s+for
        |appeal\s+to|request|implore|beg|
            recommend|encourage|count\s+on|invite)
        | (?:I|we|they|he|she)\s+(?:\w+\s+)?(?:do\s*n[o’']t\s+|just\s+|also\s+)?want(?:s
        |ed)?\s+(?!to\b)(?:[\w’'-]+\s+){1,4}to
        | calls?\s+(?:up)?on\s+(?!me\b|us\b)\w+
        | we\s+(?:really\s+)?need\s+(?:action|justice|answers|change|reform)\b | (?:we|they
        |you)[’']ve\s+got\s+to\s+(?!be\b|admit|say)\w+
        | let[’']s\s+(?!say|see|face|be\s+clear|hope)\w+ | let\s+us\s+\w+
        | it\s+(?:is|[’']s|was)\s+(?:time|imperative|essential|vital|crucial|necessary
        |incumbent)\b[^.]{0,40}?\b(?:to|that|for)\b
        | no\s+one\s+should | (?:is|are)\s+(?:obliged|obligated|required|expected)\s+to)\b"""
)
"""Somebody is called to act."""

IMPERATIVE = _pattern(
    r"""^[\W_]*(?:please\s+)?(?:do\s+not|don[’']t|never|stop|leave|stay|keep|put|give|tell|release|free|resign|
        stand\s+(?:up|down|with)|come\s+(?:home|back|out|forward|and)|go\s+(?:home|back|out|and)|get\s+(?:out|rid
        |your)|
        make\s+sure|listen\s+to|look\s+at|read\s+the|send|bring|lock\s+(?:her|him|them)|vote|join|call\s+(?:the|your
        |us)|
        respect|act\s+now|be\s+(?:careful|patient|vigilant|prepared)|take\s+(?:care|shelter|action|back)|shut
        |open\s+the|help|drop|build\s+the|
        save|pray|ensure|remember\s+to|try\s+(?:one|to)|wait\b|follow|contact|avoid|evacuate|support|fire\s+the
        |end\s+the)\s*(?:\w|[.!]|$)
        (?![^.]{0,30}\b(?:is|was|are|were|has|had|will)\b)"""
)
"""A direct speech that begins with an order."""

SUBJUNCTIVE = _pattern(
    r"""^[\W_]*that\s+(?:(?!(?:will|would|could|should|can|may|might|must|to|do|does|did
        |and)\b)[\w’'-]+\s+){1,6}?(?:be|go|leave|
        stop|resign|apologi[sz]e|return|withdraw|step|include)\b"""
)
"""After "insisted", "asked", "suggested": that something be done."""

REQUEST = _pattern(
    r"""^[\W_]*(?!(?:who|what|when|where|why|how|which|whether|if
        |about)\b)(?:[\w’'.,-]+\s+){0,7}?(?<!designed\s)(?<!how\s)(?<!what\s)(?<!able\s)(?<!want\s)(?<!going\s)
        (?:not\s+)?to\s+(?!(?:the|a|an|his|her|their|its|this|that|these|those|be|[A-Z0-9])\b)[a-z]+"""
)
"""What follows "asked" or "told" where somebody is asked to act: "them to leave"."""
ORDERED = re.compile(
    r"^\W*(?:[\w’'-]+\s+){0,4}not\s+to\s+(?!(?:be|have)\b)[a-z]+|"
    r"^\W*(?:(?:[A-Z][\w’'.-]*|them|him|her|us|me|people|residents|reporters)\s+){0,3}?(?:not\s+)?to\s+"
    r"(?!(?:the|a|an|his|her|their|its|be|have)\b)[a-z]+"
)

WARNING = _pattern(
    r"""\b(?:(?:I|we)\s+(?:fear|warn|caution)\s | beware\b | (?:a\s+)?(?:stark|clear|final)\s+warning
        | (?:will|would|could|may|might|can)\s+(?:only\s+|also\s+|have\s+|be\s+|lead\s+to\s+|result\s+in\s+|cause\s+
        |mean\s+|face\s+|trigger\s+|bring\s+|
            suffer\s+|create\s+|\w+ly\s+)*(?:an?\s+|the\s+|more\s+|further\s+|even\s+|severe\s+|serious\s+|grave\s+
            |great\s+|major\s+|terrible\s+|new\s+)*[“"‘']?
            (?:catastroph\w+|disasters?|disastrous|chaos|bloodshed|collapse|famine|war|explode|deaths|irreversible
            |permanent\s+(?:damage|harm|loss)|dire|devastat\w+|
            consequences|retaliat\w+|civil\s+war|violence|pay\s+(?:a|the|dearly|for)|destroy\w*|punish\w*
            |sanction\w*|dangerous|deadly|
            worse|disease|shortages?|crisis|instability|backlash|escalat\w+|die\b|be\s+killed)
        | (?:could|may|might)\s+(?:\w+\s+)?(?:give\s+way|collapse|burst|break\s+(?:up|out|apart)|flood|erupt
            |spread|fail
            |run\s+out
            |kill|sink|starve|worsen|cost\s+lives)
        | (?:anyone|anybody|those|whoever|everyone)\s+(?:\w+\s+){1,6}?(?:will|would)\s+(?:be\s+(?:shot|punished
            |arrested|fined|killed
            |prosecuted|jailed|expelled|sacked|dismissed)|lose|face|pay|regret|answer\s+for|go\s+to\s+(?:prison|jail))
        | (?:put|puts|putting|place[sd]?)\s+(?:\w+\s+){1,5}(?:at\s+(?:\w+\s+)?risk|in\s+danger|in\s+jeopardy)
        | (?:at|high|serious|real|grave)\s+risk\s+of | (?:will|would)\s+(?:retaliate|strike\s+back|hit\s+back
        |respond\s+(?:with|by|harshly|decisively|to\s+any))
        | no\s+one\s+should\s+(?:take|underestimate) | (?:life|lives)\s+(?:is|are)\s+(?:at\s+(?:stake|risk)
        |in\s+danger)
        | heading\s+(?:for|towards?|into)\s+(?:a\s+)?(?:\w+\s+)?(?:disaster|catastrophe|crisis|war|collapse)
        | on\s+the\s+(?:brink|verge)\s+of)\b"""
)
"""Danger or threat is announced."""

_PERSONS = r"""(?:me|us|him|her|them|my\s+\w+|our\s+\w+|people|civilians|protesters|workers|women|children
        |the\s+public|the\s+people|voters)"""
_WRONG_NAME = r"""(?:witch[ -]hunt|hoax|coup|cover[ -]up|breach\s+of|sham|fraud|power\s+grab|land\s+grab|ploy|pretext
        |con\s+(?:man|artist)|liars?|crooks?|criminals?|thieves|
    murderers?|traitors?|terrorists?|hypocrit\w+|war\s+crimes?|crime\s+against|aggression|betrayal|corrupt|complicit
        |negligent|
            guilty\s+of|rigged|bullying|racist|theft|stunt\s+to|invasion|blackmail|
    move\s+(?:by\s+\w+\s+)?to\s+(?:foil|silence|stop|block|avoid|undermine|distract|hide))"""
WRONG_NAME = _pattern(rf"\b{_WRONG_NAME}\b")
"""What wrongdoing, or who does it, is called."""
WRONGDOING = _pattern(
    rf"""\b(?:
        (?:is|was|are|were|been|be|(?:it|that|this|he|she|what|there)[’']s|[’']re|called|as)\s+(?:\w+ly\s+
        |just\s+)*(?:a|an|the|nothing\s+but\s+an?)?\s*[“"‘']?(?:(?!not\b|never\b|no\b)[\w-]+\s+){{0,3}}?
            {_WRONG_NAME}\b
        | hypocrisy | (?:gross\s+)?negligence | carelessness | incompetence | war\s+crimes | (?:blatant|flagrant
        |clear|gross)\s+(?:\w+\s+)?(?:violation|abuse|breach|disregard|lie)
        | (?:br[eo]aks?|broke|breaking|broken|ignor(?:e|es|ed|ing)|violat(?:e|es|ed|ing)|flout(?:s|ed|ing)?
        |abus(?:ed|es|ing))\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+|our\s+|international\s+|human\s+
        |fundamental\s+|basic\s+)*
            (?:laws?|rules?|constitution|rights|ceasefire|truce|agreement|treaty|promises?|office|power|trust
            |sovereignty|airspace|warnings?|principles?|obligations?|norms?|accord|sanctions)
        | (?:attacked|assaulted|beat(?:en)?|raped|groped|tortured|molested|harassed|threatened|abused|touched|robbed
        |pushed|bullied|
            manipulated|misled|deceived|betrayed|silenced|humiliated|exploited|cheated|robbed|treated|shot\s+at
            |fired\s+at|lied\s+to)\s+{_PERSONS}
        | (?:I|she|he|they|we|who|women|girls|boys|children)\s+(?:\w+\s+)?(?:was|were|had\s+been|been
        |being)\s+(?:\w+ly\s+|gang[ -]|then\s+|repeatedly\s+)?(?:raped|groped|tortured|molested|
            harassed|beaten|abused|sexually\s+\w+|assaulted|forced\s+to|surrounded\s+by|manipulated|robbed|cheated
            |deceived)
        | lied | lying | (?:tell|tells|told|telling)\s+(?:\w+\s+)?lies | mislead(?:s|ing)?\s+\w+ | misled
        | deceiv(?:ed|es|ing) | defraud\w* | (?:has|have|had|been|being|was|were|are)\s+(?:stolen|stealing|cheated
        |cheating|rigged|rigging)
        | embezzl(?:ed|es|ing) | brib(?:ed|es|ing)\s | (?:is|are|was|were|been|has|have)\s+(?:\w+\s+)?collud(?:ed
        |ing) | conspir(?:ed|es|ing) | cover(?:ed|ing|s)?[ -]up
        | sabotag(?:ed|es|ing) | betray(?:ed|s|ing) | exploit(?:ed|s|ing) | persecut(?:ed|es|ing) | suppress(?:ed|es
        |ing)? | silenc(?:ed|es|ing)\s | oppress(?:ed|es|ing) | intimidat(?:ed|es|e)\s
        | blackmail(?:ed|s|ing)? | extort(?:ed|s|ing) | massacr(?:ed|es|ing) | murder(?:ed|s|ing)\s
        | ethnic\s+cleansing | slaughter(?:ed|ing)
        | meddl(?:ed|es|ing) | interfer(?:ed|es|ing)\s+(?:in|with) | fabricat(?:ed|es|ing) | falsif(?:ied|ies|ying)
        | distort(?:ed|s|ing)\s | undermin(?:ed|es|ing) | destabili[sz](?:ed|es|ing) | hijack(?:ed|ing)\s
        | (?:deliberately|intentionally|knowingly|illegally|unlawfully|maliciously|unduly|recklessly|systematically
        |brazenly)\s+(?:\w+(?:ed|ing|s|en)|set|put|cut|hit|shot|left|sent|kept|made|hid|struck|built|led)\b
        | in\s+bad\s+faith | human\s+shields? | as\s+a\s+(?:weapon|pretext|cover|shield) | (?:real|true)\s+(?:intent
        |purpose|motive|aim|reason|goal)
        | (?:try|tries|tried|trying|seeks?|seeking|sought|attempt(?:s|ed|ing)?|wants?|effort|designed|(?:is|are|was
        |were)\s+out)\b[^.,;]{{0,50}}?\bto\s+(?:\w+ly\s+)?(?:foil|silence|stop\s+\w+ing|
            suppress|undermine|shut\s+down|bring\s+down|steal|hide|destroy|divide|distract|discredit
            |intimidate|cover|provoke|manipulate|rig|overturn|subvert|
            sabotage|smear|deceive|mislead|cling|block|blame|conceal|bury|bully|weaken|wreck|kill\s+\w+
            |influence\s+the|interfere|profit|exploit|take\s+over|rewrite|erase|evade|dodge|escape\s+\w+|avoid\s+\w+)
        | (?:refus(?:al|ed|es|ing)\s+to | failure\s+to)\s+\w+
        | fail(?:ed|s|ing)\s+to\s+(?:protect|act|prevent|stop|investigate|warn|disclose|report|respond|provide|take
        |do|keep|address|inform|pay|release|comply|
            condemn|deliver|enforce|follow|honou?r|implement|allow|consult|speak|uphold|help|save|ensure|treat|tell
            |notify|recogni[sz]e|heed|listen|live|declare)\b
        | tak(?:e|es|ing)\s+advantage\s+of | turn(?:ed|s|ing)?\s+a\s+blind\s+eye | put(?:s|ting)?\s+(?:profits?
        |politics|party)\s+(?:before|over|ahead) | play(?:s|ing|ed)\s+politics
        | (?:support(?:s|ed|ing)?|sponsor(?:s|ed|ing)?|fund(?:s|ed|ing)?|financ(?:es|ed|ing)?|arm(?:s|ed|ing)
        |harbou?r(?:s|ed|ing)?|shelter(?:s|ed|ing)?|aid(?:s|ed|ing))\s+(?:\w+\s+)?(?:terror\w*|militants|extremis\w+
        |rebels|insurgents|separatists)
        | (?:transport|fl(?:y|ies|ew)|ship|smuggl\w+|suppl(?:y|ies|ied)|send|sent)(?:s|ed
        |ing)?\s+(?:\w+\s+){{0,3}}(?:weapons|arms|fighters|missiles)
        | gaming\s+the\s+\w+ | (?:can(?:not|[’']t)|never)\s+tells?\s+the\s+truth
        | (?:different|dirty)\s+tricks | (?:ripp|tear)(?:ing|ed
        |s)?\s+apart | trampl(?:ed|es|ing)\s | scapegoat\w*
        | to\s+blame\s+for | responsible\s+for\s+the\s+(?:death|deaths|attack|attacks|killing|massacre|crash
        |disaster|violence|bombing)
        | poison(?:ed|s|ing)\s | forg(?:ed|es|ing)\s | stuff(?:ed|ing)\s+(?:the\s+)?(?:ballot\s+)?box(?:es)?
            | doctor(?:ed|ing)\s
        | (?:hid|hidden|hides|hiding|conceal(?:ed|s|ing)|destroy(?:ed|s|ing)|shredd(?:ed|ing)|bur(?:ied
            |ying))\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?
            (?:\w+\s+)?(?:evidence|results?|reports?|documents?|records?|files?|truth|facts|findings|losses|warnings?)
        | loot(?:ed|ing)\s | swindl(?:ed|ing) | pocket(?:ed|ing)\s | (?:dump|leak)(?:ed
            |ing)\s+(?:\w+\s+){{0,3}}(?:waste|sewage|chemicals|toxins)
        | (?:took|taken|take)\s+(?:\w+\s+)?bribes | don[’']t\s+care\s+about | doesn[’']t\s+care\s+about
        | no\s+one\s+is\s+(?:really\s+)?holding\s+them
        | (?<!\bI\s)(?<!\bwe\s)(?:did\s*n[o’']t|does\s*n[o’']t|do\s*n[o’']t|never)\s+(?:take|took|bother|warn|listen
        |protect|investigate|act\b|consult|tell|inform|help)\b(?!\s+(?:care|place|it\s+long))
    )"""
)
"""Wrong that is done to somebody, as the sentence's verb or predicate; topics ("the fraud case") are left out."""

NONE_DID = _pattern(
    rf"""{_START}(?:none\s+of\s+(?:them|us|(?:its|his|her|their|our|the)\s+(?:\w+\s+){{1,3}}?)|no\s+one|nobody|no\s+(?:\w+\s+){{1,3}}?)\s*
        (?:had|has|have|was|were|did|ever)\b"""
)
"""Nobody on the own side did a thing."""

CONDITIONAL_HARM = _pattern(
    r"""\b(?:if|unless)\b[^.;]{3,80}\b(?:will|would)\s+(?:all\s+|then\s+|again\s+)?(?:walk\s+out|go\s+on\s+strike|strike|boycott|quit|resign
        |stop\s+work\w*|shut\s+down|retaliate|sue|be\s+(?:killed|shot|punished|fired|sacked|destroyed|executed)|attack|bomb|invade
        |close\s+(?:the\s+)?border|cut\s+off|die|collapse|starve|drown)\b"""
)
"""Harm on a condition, whoever does it."""

NO_EVIDENCE = _pattern(
    r"""\b(?:there\s+(?:is|was|were|are)|(?:has|had|have|found|saw|seen|sees))\s+no\s+(?:\w+\s+)?(?:evidence|proof
            |sign|indication|grounds|basis|truth)\b"""
)
"""In answer to a claim it is denied so; by itself it is a finding."""

CLAIMED_DEED = _pattern(
    rf"""{_START}(?:it|they|we|I|(?:its|their|our)\s+(?:men|fighters|members|militants|cells?
            |brigades?))\s+(?:(?:had|have|has)\s+)?
        (?:planted|carried\s+out|bombed|kidnapped|abducted|assassinated|beheaded|executed|hijacked
        |set\s+(?:the\s+|fire\s+to\b)?(?:fires?|blaze|explosives?|charges)?|hacked|fired\s+(?:the\s+)?(?:rockets?|missiles?|shots?)
        |(?:was|were|been)\s+behind\s+the)\b(?!\s+(?:a\s+)?(?:stud|survey|review|audit|test|inspection|search|poll
            |operation|tree|seed))"""
)
"""A deed of violence of which the own side boasts or which it owns up to."""

_FIRST = r"(?:I|we|my|our|us)"
OWN_FAULT = _pattern(
    r"""\b(?:(?:I|we)\s+(?:\w+ly\s+)?(?:apologi[sz]e|am\s+sorry\s+(?:for\s+what|that\s+I|we|I)|made\s+(?:a\s+
        |some\s+|many\s+|several\s+)?(?:\w+\s+)?mistakes?|
        (?:was|were)\s+wrong|failed|got\s+(?:it|this|that|things|so\s+much)\s+(?:\w+\s+)?wrong|screwed\s+up
            |messed\s+up|fell\s+short
        |let\s+(?:\w+\s+){1,2}down|
        should\s+(?:have|not\s+have)|(?:take|accept|bear)\s+(?:full\s+|the\s+)?(?:responsibility|blame)
        |did\s+not\s+do\s+enough|confess|admit|concede|acknowledge)
        | (?:it\s+(?:was|is)|[’']s)\s+(?:all\s+)?(?:my|our)\s+(?:fault|mistake) | (?:my
        |our)\s+(?:own\s+)?(?:mistakes?|fault|failure)\b
        | guilty\s+plea | (?:he|she|they)\s+(?:had\s+)?(?:made\s+a\s+(?:\w+\s+)?mistake|(?:was|were)\s+wrong\s+to
        |regretted\s+(?:his|her|their|having)|apologi[sz]ed|accepted\s+responsibility)
        | (?:he|she|they|I|we)\s+(?:was|were|had\s+been|am|are)\s+(?:\w+\s+)?(?:horrified|ashamed|embarrassed|guilty
        |sorry)\s+(?:by|of|about|for)\s+(?:what|having|his|her|their|my|our)\b)"""
)
"""Something is conceded against the own side."""

_SELF = r"(?:I|we|he|she|they|who|it)"
FEELING = _pattern(
    r"""\b(?:I|we)\s*(?:[’'](?:m|re|ve|d)|am|are|were|was|have\s+been|do|did|have|just|really|still|also|would|can
        |could|\w+ly)?\s*(?:n[’']t\s+|not\s+|\w+ly\s+|all\s+|very\s+|
        somewhat\s+|so\s+|also\s+|too\s+|still\s+|really\s+|just\s+|never\s+|always\s+|absolutely\s+|in\s+|at\s+a\s+
        |even\s+|be\s+|been\s+|only\s+)*
        (?:think|thought|believe[d]?|feel|felt|hope|hoping|fear|regret|want\s+to|love[d]?|like|hate[d]?|wish|guess
        |suppose|trust|doubt|expect(?:ing|ed)?|prefer|appreciate|respect|admire|enjoy(?:ed)?|thank|
        congratulate|mourn|miss|support|oppose|welcome|agree|disagree|condemn|applaud|commend|deplore|reject|forgive
        |excited|sad|saddened|happier|devastated|shocked?|
        utter\s+shock|disappointed|happy|glad|proud|sorry|amazed|grateful|worried|concerned|surprised|stunned
        |honou?red|humbled|thrilled|
        delighted|pleased|lucky|blessed|relieved|heartbroken|angry|upset|frustrated|overwhelmed|speechless
        |loss\s+for\s+words|afraid|scared|terrified|nervous|
        tired|fed\s+up|s[ck]eptical|confident|optimistic|hopeful|convinced|certain|ashamed|thankful|impressed
        |appalled|disgusted|outraged|
        sure\b|looking\s+forward|don[’']t\s+know|imagine)\b"""
)
"""The speaker's own mind, in the first person."""
OWN_MIND = _pattern(
    rf"""{_START}(?:{_SELF}|(?:his|her|their|its|our|my)\s+(?:\w+\s+){{1,2}}?|the\s+\w+\s+)\s*(?:(?:\w+ly|also|now
        |still|both|all|do(?:n[’']t)?|does(?:n[’']t)?|did(?:n[’']t)?|ca(?:n[’']t|nnot)|could(?:n[’']t)?|had|has|have
        |would(?:n[’']t)?|is|was|were|are|be|been|not|very|so|too|more|
        deeply|n[’']t|remain(?:s|ed)?|always|never|just|really|\[\w+\])\s+|[’']s\s+|[’']d\s+)*[“"‘']?(?:\w+ly\s+)?
        (?:believe[sd]?|thinks?|thought|hope[sd]?|hoping|fear(?:s|ed)|feels?|felt|worr(?:ies|ied|y)|prefer(?:s|red)?
        |regret(?:s|ted)?|loves?|loved|hate[sd]?|want(?:s|ed)?\s+to|
        wish(?:es|ed)?|doubt(?:s|ed)?|expect(?:s|ed|ing)?|anticipate[sd]?|suspect(?:s|ed)|optimistic|pessimistic
        |happy|disappointed|proud|glad|pleased|sad(?:dened)?|
        shocked|surprised|sorry|grateful|thankful|concerned|confident|hopeful|devastated|horrified|excited|eager|keen|
        okay|humbled|honou?red|delighted|thrilled|angry|outraged|frustrated|convinced|consider(?:s|ed)|s[ck]eptical
        |amazed|impressed|upset|relieved|overwhelmed|afraid|scared|tired|forgave|forgives?|
        approved?\s+of|approves\s+of|disapprove[sd]?|supports?|supported|opposes?|opposed|agree[sd]?|disagree[sd]?
        |welcome[sd]?|condemn(?:s|ed)|respect(?:s|ed)?|enjoy(?:s|ed)|admire[sd]?|looking\s+forward)\b"""
)
"""The own mind in reported speech; only the sentence's subject counts as the speaker."""
SYMPATHY = _pattern(
    r"""\b(?:condolences|may\s+(?:god|he|she|they\s+rest|his|her|their)|sympath(?:y|ies)
        |thoughts\s+(?:and\s+prayers\s+)?(?:are|go)|hopefully|deeply\s+saddened|rest\s+in\s+(?:eternal\s+)?(?:peace
        |power)|
        so\s+sad|(?:utmost|great|deep|profound|with)\s+sadness|regrets?\s+the
        |profoundly\s+(?:regret|sad|griev)\w*|heavy\s+heart|
        best\s+of\s+luck|thank\s+you|thanks\s+to\s+(?:you|all|every)|congratulations|in\s+my\s+(?:opinion|view|mind)
        |to\s+my\s+mind|it\s+seems\s+to\s+me|broke\s+(?:my|our)\s+heart|
        heartbreaking|will\s+(?:never|always)\s+(?:be\s+(?:forgotten|remembered|missed)|forget|remember))\b"""
)

_STRONG = r"""outrageous|shameful|disgraceful|crazy|insane|terrible|terrifying|horrible|horrific|horrendous|awful
        |dreadful|amazing|astonishing|astounding|wonderful|tragic|
    unacceptable|improper|lousy|irresponsible|absurd|ridiculous|cowardly|heroic|brilliant|incredible|unbelievable|
    fantastic|great|beautiful|gorgeous|lovely|perfect|phenomenal|outstanding|impressive|inspiring|remarkable
        |extraordinary|magnificent|superb|stunning|
    disappointing|frustrating|heartbreaking|devastating|sad(?:dening)?|shocking|appalling|disgusting|despicable
        |deplorable|reprehensible|pathetic|stupid|foolish|dumb|
    unfair|unjust|unreasonable|unfortunate|unwise|unnecessary|boring|amusing|impractical|inappropriate|unwelcome
        |repugnant|offensive|insulting|embarrassing|ironic|naive|shortsighted|
    dangerous|reckless|extreme|ugly|brutal|cruel|inhumane|barbaric|evil|vile|wicked|immoral|unethical|intimidating|
    exciting|cool|fun|nice|good|bad|better|best|worse|worst|wrong|right\s+thing|fair|wise|smart|clever|brave
        |courageous|honou?rable|decent|
    important|historic|special|unique|encouraging|promising|welcome|positive|negative|helpful|useful|useless
        |pointless|meaningless|
    tough|hard|difficult|easy|painful|scary|weird|strange|bizarre|funny|hilarious|surprising|fascinating|weak|strong|
    proud|lucky|fortunate|successful|deserved|overdue|unlikely|okay|ok|fine|absolute\s+chaos|hypocritical|arrogant
        |ignorant|
    shame|disgrace|tragedy|outrage|honou?r|privilege|pleasure|mess|farce|joke|nightmare|miracle|masterpiece|legend
        |icon|hero(?:es)?|mistake|insult|
    step\s+(?:forward|backwards?|in\s+the\s+right\s+direction)|slap\s+in\s+the\s+face|breakthrough|bully|clown|idiot
        |fool|coward|
    victory|triumph|failure|success|catastrophe|disaster|opportunity|blessing|relief|burden|threat\s+to
        |stunt|overwhelming|well\s+done"""
EVALUATED = _pattern(
    rf"""\b(?:(?:{_BE}|felt|feels?|seem(?:s|ed)?|look(?:s|ed)?|sound(?:s|ed)?|marked|becom(?:es|e|ing)|became|gone
        |went|looking|remain(?:s|ed)?|ha(?:s|d|ve)\s+been|represents?|represented|so|such|how|what)\s+
        (?:(?:\w+ly|not|n[’']t|an?|the|very|so|really|such|quite|truly|pretty|never|just|too|more|most|no
        |one\s+of\s+the|yet|another|kind\s+of|sort\s+of|all|always|also|still|still\s+a|only|far|far\s+too
        |even)\s+){{0,4}}
        [“"‘']?(?:[\w-]+,\s+)?(?:{_STRONG})\b
        | probably | perhaps\s+the | unfortunately | sadly | thankfully | luckily | happily | regrettably
        | ironically | frankly | (?:great|sad|good|bad|dark|historic|proud|black|special|wonderful)\s+(?:day|victory
        |success|news|moment|time)\s
        | (?:an?|the|this|what\s+an?|of)\s+(?:\w+\s+)?(?:amazing|incredible|wonderful|terrible|horrible|fantastic
        |appalling|horrific|shocking|awful|absurd|brutal|finest\s+\w+|great\s+(?:man|woman|person|friend
        |leader|player|honou?r|loss|job)|true\s+\w+|
            outrageous|disgraceful|shameful|ridiculous|tragic|beautiful|brilliant|extraordinary|remarkable|crazy
            |privilege|disgrace|tragedy|outrage|nightmare|farce|joke|mess)\b | exciting | deserves?\b | deserved\b
            | went\s+[“"‘']?(?:pretty\s+
        |really\s+|very\s+)?well | well\s+done
        | (?:an?\s+)?great\s+(?:and|that) | (?:no|little)\s+(?:sense|point|excuse|place)\s+(?:in|for)
        | too\s+(?:much|little|many|late|far|long)\b | not\s+(?:okay|ok|enough|good|acceptable|fair|right)\b
        | what\s+(?:a|an)\s+\w+ | shame\s+on\s+\w+ | how\s+(?:sad|dare|stupid|wonderful) | makes?\s+(?:no
        |perfect)\s+sense )"""
)
"""A thing is judged: a word of praise or blame as predicate, or one that always judges."""
