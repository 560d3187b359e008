"""Closed lists of English words that say what a noun phrase stands for; sets in, nothing out."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_PRONOUNS = _words("he him his himself")
FEMALE_PRONOUNS = _words("she her hers herself")
PLURAL_PRONOUNS = _words("they them their theirs")
THING_PRONOUNS = _words("it its")
FIRST_PERSON = _words("i me my mine we us our ours")
RELATIVES = _words("who whom whose which that")
OPEN_PRONOUNS = _words("you your one anyone everyone nobody someone somebody")
PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS | PLURAL_PRONOUNS | THING_PRONOUNS | FIRST_PERSON | RELATIVES | OPEN_PRONOUNS

HONORIFICS = _words("mr mrs ms miss dr sir lady lord dame madam mx")
MALE_TITLES = _words("mr sir lord king prince father brother")
FEMALE_TITLES = _words("mrs ms miss lady dame madam queen princess sister mother")

TITLES = HONORIFICS | _words(
    """president minister premier chancellor secretary senator sen rep representative congressman congresswoman
    gov governor mayor councillor councilman councilwoman alderman deputy commissioner ambassador envoy consul
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal admiral adm commander
    commandant marshal sheriff inspector superintendent constable detective officer chief director chairman
    chairwoman chair chairperson speaker leader spokesman spokeswoman spokesperson judge justice magistrate
    prosecutor professor prof king queen prince princess emperor sultan emir sheikh pope cardinal archbishop
    bishop rabbi imam ayatollah reverend rev father sister engineer administrator coordinator manager
    attorney counsel treasurer auditor ombudsman ceo cfo coo mp mep pm"""
)
"""Words that stand right before a name and say what its bearer is; case and full stop ignored."""

ROLES = TITLES - HONORIFICS | _words(
    """official officials aide adviser advisor analyst economist scientist researcher expert lawyer solicitor
    barrister doctor surgeon nurse teacher farmer worker volunteer rescuer firefighter soldier pilot driver
    resident villager survivor witness victim relative mother father widow activist campaigner organiser
    organizer journalist reporter correspondent editor author historian strategist pollster candidate nominee
    lawmaker legislator mp delegate politician diplomat executive ceo founder owner employee hydrologist
    geologist investigator inquirer rapporteur head boss vice-president co-founder student neighbour neighbor
    member president-elect trainer coach protester
    demonstrator broadcaster psychologist"""
)
"""Head nouns of phrases that describe a person."""

ORGANISATIONS = _words(
    """ministry department office agency authority administration bureau commission committee council board
    parliament assembly senate congress house cabinet government court tribunal police army navy force forces
    union federation association society institute institution university college school academy centre center
    foundation fund trust bank company corporation corp inc ltd plc llc group holdings party front coalition
    alliance campaign movement network league organisation organization nations embassy mission observatory
    service services hospital times post news guardian herald tribune journal courier bulletin gazette press
    radio television tv chronicle telegraph observer mail express mirror star wire inquiry panel operator
    secretariat directorate palace presidency watchdog regulator firm utility charity ngo militia regime
    kremlin pentagon opposition administration zoo military channel airline museum club
    hydro energy power electric industries systems"""
)
"""Words that make a name or a phrase that of a body; "operator" and "hydro" as companies of that kind."""

DOCUMENTS = _words(
    """report memo memorandum statement letter email e-mail document documents study poll polls survey surveys
    indictment filing lawsuit complaint affidavit transcript release communique communiqué dossier log logs
    book article editorial column op-ed story headline tweet post message cable resolution ruling opinion audit
    assessment note paper papers review findings results data figures records website ad advertisement video
    summary minutes bill constitution treaty agreement decree decrees research theory notes doctrines posts tweets
    statements banner petition"""
)

GROUPS = _words(
    """people officials residents villagers survivors witnesses victims relatives families protesters
    demonstrators activists critics supporters voters analysts experts observers lawmakers legislators senators
    members aides advisers advisors sources diplomats ministers governments leaders reporters journalists
    scientists researchers engineers workers employees doctors nurses lawyers prosecutors investigators rescuers
    soldiers rebels militants republicans democrats conservatives liberals americans britons citizens many some
    others several most few both all men women those neighbours neighbors students teachers farmers opponents
    allies authorities media commentators economists historians strategists delegates politicians candidates
    firefighters volunteers campaigners police troops crowds crowd"""
)
"""Head nouns of phrases that stand for several people without naming them."""

NOT_NAMES = _words(
    """the a an this that these those he she it they we i you his her its their our my your but and or nor so yet
    if when while where after before since until because although though as at by for from in into of on off out
    over to under up with without within about above across against along among around behind below between
    beyond during except inside near through throughout toward towards upon via who whom whose which what why how
    there here then now today yesterday tomorrow tonight not no yes also both either neither each every all any
    some many most few several other another such more less much only even still just already once again later
    earlier meanwhile however moreover instead nevertheless indeed perhaps maybe according speaking asked told
    one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december spring summer autumn winter is was are were be been has have had do does did will would can
    could should may might must let please dear q: a: read published updated photo image video"""
)
"""Words that begin sentences in capitals without being names, and days and months."""

PREPOSITIONS = _words(
    "of for to with from in at by on under against about near inside outside behind like who whom whose which that"
)
"""Words after which a name no longer is what a noun phrase is about, relative pronouns too."""

PARTICLES = _words("de del della der den di da dos du la le van von bin ibn al el ter ten y e")
"""Lower-case words inside a person's name."""

MALE_NAMES = _words(
    """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
    mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan
    jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander
    raymond patrick jack dennis jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan
    jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe
    jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell bobby
    philip louis bill tom jim bob mike dave dan matt tony steve ted ben sam greg jeff rick tim ken ron don fred
    martin simon oliver hugo ivan viktor victor vladimir sergei dmitri mikhail boris igor marco bernie marcus
    anders lars erik karl hans otto felix emil tomas pavel jan milan ahmed mohammed muhammad ali omar hassan
    ibrahim yusuf khalid abdul mustafa chris barack mitt newt ben-ami nigel colin graham neil stuart ian duncan"""
)
FEMALE_NAMES = _words(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
    ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura
    cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra
    rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren
    christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison
    frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly
    isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary carly ivanka melania chelsea
    elena olga irina natalia svetlana katarina ingrid astrid greta sofia lena mira nadia fatima aisha leila zahra
    yasmin amina claire fiona sheila theresa nicola gillian lucy jane kate ana ines carmen rosa marta lucia"""
)
"""Common given names of one gender; a name in neither list or in both says nothing."""
