"""Closed lists of English words that say what a noun phrase stands for; words in, whether it is listed out."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_PRONOUNS = _words("he him his himself")
FEMALE_PRONOUNS = _words("she her hers herself")
PLURAL_PRONOUNS = _words("they them their theirs")
THING_PRONOUNS = _words("it its")
FIRST_PERSON = _words("i me my mine we us our ours")
FIRST_PLURAL = _words("we us our ours")
RELATIVES = _words("who whom whose which that")
OPEN_PRONOUNS = _words("you your one anyone everyone nobody someone somebody")
PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS | PLURAL_PRONOUNS | THING_PRONOUNS | FIRST_PERSON | RELATIVES | OPEN_PRONOUNS

HONORIFICS = _words("mr mrs ms miss dr sir lady lord dame madam mx")
MALE_TITLES = _words("mr sir lord king prince father brother husband son grandfather grandson uncle nephew boyfriend")
FEMALE_TITLES = _words(
    "mrs ms miss lady dame madam queen princess sister mother wife daughter grandmother aunt niece girlfriend widow"
)

TITLES = HONORIFICS | _words(
    """president minister premier chancellor secretary senator sen rep representative congressman congresswoman gov
    governor mayor councillor councilman councilwoman alderman deputy commissioner ambassador envoy consul
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal admiral adm commander
    commandant marshal sheriff inspector superintendent constable detective officer chief director chairman
    chairwoman chair chairperson speaker leader spokesman spokeswoman spokesperson judge justice magistrate
    prosecutor professor prof king queen prince princess emperor sultan emir sheikh pope cardinal archbishop
    bishop rabbi imam ayatollah reverend rev father sister engineer administrator coordinator manager attorney
    counsel treasurer auditor ombudsman ceo cfo coo mp mep pm whip vice-president prosecutor-general
    secretary-general lawmaker taoiseach tánaiste mullah lt-gen lt-col brigadier assemblyman assemblywoman
    assemblymember councilmember chaplain trooper cpl pte pvt mk msp td cllr monsignor pastor principal
    president-elect minister-president executive vice-chair vice-chairman comptroller solicitor-general
    registrar coach"""
)
"""Words that stand right before a name and say what its bearer is; case and full stop ignored."""

ROLES = TITLES - HONORIFICS | _words(
    """official officials aide adviser advisor analyst economist scientist researcher expert lawyer solicitor barrister
    doctor surgeon nurse teacher farmer worker volunteer rescuer firefighter soldier pilot driver resident villager
    survivor witness victim relative mother father widow activist campaigner organiser organizer journalist reporter
    correspondent editor author historian strategist pollster candidate nominee lawmaker legislator mp delegate
    politician diplomat executive ceo founder owner employee hydrologist geologist investigator inquirer rapporteur
    head boss vice-president co-founder student neighbour neighbor member president-elect trainer coach protester
    demonstrator broadcaster psychologist artist musician singer actor actress director producer writer poet
    novelist physician physicist astrophysicist astronomer biologist investor capitalist entrepreneur
    businessman businesswoman agent specialist consultant counsellor counselor clerk cashier shopkeeper bystander
    passer-by visitor tourist passenger customer patient guest commentator columnist blogger presenter host anchor
    photographer filmmaker defender attorney-general ombudsperson commissioner secretary-general chief agent trader
    broker banker builder carpenter fisherman policeman policewoman cop gunman suspect defendant plaintiff claimant
    applicant petitioner client attacker shooter hostage detainee prisoner inmate refugee migrant settler
    pensioner mother-in-law brother sister son daughter wife husband spouse partner girlfriend boyfriend fiancee
    fiancé fiancée uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter parent child
    teenager friend colleague roommate classmate ally aide-de-camp deputy interviewee respondent participant
    attendee eyewitness onlooker local islander tenant landlord priest nun monk vicar cleric preacher veteran
    officer marine sailor captain player footballer striker goalkeeper champion athlete footballers scholar academic
    lecturer librarian curator archaeologist anthropologist sociologist ecologist climatologist meteorologist
    sprinter swimmer runner jockey boxer wrestler gymnast skier golfer bowler rower batsman midfielder winger goalie
    quarterback pitcher gardener plumber electrician barber hairdresser translator interpreter painter sculptor dancer
    staffer contributor climber mountaineer diver cyclist triathlete welder plasterer miner mechanic roofer stonemason
    blacksmith florist grocer publican landlady signaller bricklayer labourer laborer caretaker janitor cleaner waiter
    waitress bartender barista postman surveyor architect planner assessor valuer headteacher headmaster headmistress
    harbourmaster stationmaster postmaster lifeguard lockkeeper
    seismologist virologist epidemiologist immunologist paediatrician pediatrician pathologist coroner paramedic
    midwife pharmacist vet veterinarian whistleblower informant source insider mediator negotiator referee umpire
    vendor manufacturer dealer supporter critic opponent rival counterpart successor predecessor namesake incumbent
    frontrunner challenger newcomer premier envoy emissary figure man woman boy girl person lady gentleman celebrity
    star model comedian rapper composer conductor chef designer developer programmer hacker chemist"""
)
"""Head nouns of phrases that describe a person."""

ORGANISATIONS = _words(
    """ministry department office agency authority administration bureau commission committee council board parliament
    assembly senate congress house cabinet government court tribunal police army navy force forces union federation
    association society institute institution university college school academy centre center foundation fund trust
    bank company corporation corp inc ltd plc llc group holdings party front coalition alliance campaign movement
    network league organisation organization nations embassy mission observatory service services hospital times
    post news guardian herald tribune journal courier bulletin gazette press radio television tv chronicle telegraph
    observer mail express mirror star wire inquiry panel operator secretariat directorate palace presidency watchdog
    regulator firm utility charity ngo militia regime kremlin pentagon opposition administration zoo military
    channel airline museum club hydro energy power electric industries systems international street downing watch
    review daily monitor today independent standard republic magazine newspaper paper broadcaster startup retailer
    manufacturer maker supplier brand business insurer lender airport railway railways clinic church temple mosque
    synagogue diocese archdiocese vatican state treasury chancellery archives library laboratory
    labs lab team squad brigade battalion regiment corps guard guards coastguard division unit branch section wing
    faction bloc caucus commonwealth confederation convention conference summit registry bar chamber chambers
    consortium cooperative co-op initiative project programme program taskforce task municipality county district
    borough prefecture province township city ngos newsroom outlet publisher publication
    platform ministerio ministère policía gobierno partido deutsche bahn bundestag bundeswehr duma
    knesset rada majlis sejm riksdag folketing storting dáil seanad lok sabha senado camara comité commissariat
    hezbollah hamas taliban nato un unesco unicef interpol europol fbi cia nsa nasa bbc cnn reuters
    afp ap twitter facebook google microsoft apple amazon unions schools fc united cooperative
    foods motors airlines airways pharmaceuticals technologies logistics minerals petroleum studios insurance mining
    shipping"""
)
"""Words that make a name or a phrase that of a body; "operator" and "hydro" as companies of that kind."""

DOCUMENTS = _words(
    """report memo memorandum statement letter email e-mail document documents study poll polls survey surveys
    indictment filing lawsuit complaint affidavit transcript release communique communiqué dossier log logs
    book article editorial column op-ed story headline tweet post message cable resolution ruling opinion
    audit assessment note paper papers review findings results data figures records website ad advertisement
    video summary minutes bill constitution treaty agreement decree decrees research theory notes doctrines
    posts tweets statements banner petition law act legislation amendment verdict judgment judgement order
    warrant charter manifesto plan proposal draft guidance guidelines guideline regulation regulations
    directive directives rules protocol accord contract code manual textbook press-release newsletter blog
    diary memoir autobiography biography novel film documentary footage recording tape tapes photograph
    caption sign signs poster posters placard placards leaflet leaflets pamphlet flyer graffiti slogan chart
    map table census index ranking rankings statistics estimates estimate calculation calculations forecast
    projection analysis analyses investigation testimony deposition motion brief suit filings submissions
    submission certificate declaration proclamation edict fatwa encyclical letters emails messages reports
    texts text translation version wikileaks cables files leak leaks stories advisory notice alert memoirs
    site homepage page disclosures disclosure script list schedule announcement announcements dispatch
    decision scan test tests transcripts"""
)

GROUPS = _words(
    """people officials residents villagers survivors witnesses victims relatives families protesters demonstrators
    activists critics supporters voters analysts experts observers lawmakers legislators senators members
    aides advisers advisors sources diplomats ministers governments leaders reporters journalists scientists
    researchers engineers workers employees doctors nurses lawyers prosecutors investigators rescuers soldiers
    rebels militants republicans democrats conservatives liberals americans britons citizens many some others
    several most few both all men women those neighbours neighbors students teachers farmers opponents allies
    authorities media commentators economists historians strategists delegates politicians candidates
    firefighters volunteers campaigners troops crowds crowd family public press community communities
    team-mates couple couples pair trio parents children youths youth girls boys brothers sisters sons
    daughters friends colleagues locals passengers tourists visitors guests fans players owners customers
    staff crew crews personnel bystanders onlookers eyewitnesses passers-by defendants plaintiffs petitioners
    applicants attackers gunmen suspects insurgents fighters jihadists terrorists hackers detainees prisoners
    inmates refugees migrants settlers immigrants taxpayers consumers investors traders shareholders
    businesses companies firms organisers organizers organisations organizations groups parties countries
    nations states republics leavers remainers brexiteers loyalists separatists islamists muslims christians
    jews catholics protestants sunnis shiites kurds arabs israelis palestinians russians ukrainians chinese
    japanese germans french italians spaniards europeans africans asians iraqis iranians syrians afghans turks
    greeks poles hungarians bishops priests clerics nuns rabbis imams judges justices mayors governors
    presidents commissioners councillors councilors mps meps congressmen congresswomen representatives
    spokespeople spokesmen commanders generals officers policemen cops deputies attorneys physicians scholars
    academics astronomers astrophysicists physicists biologists psychologists meteorologists climatologists
    seismologists epidemiologists archaeologists nominees contenders everyone everybody majority minority half
    hundreds thousands dozens scores two three four five advocates creditors donors lobbyists pundits teens
    teenagers adults kids babies infants pensioners veterans these them"""
)
"""Head nouns of phrases that stand for several people without naming them."""

NOT_NAMES = _words(
    """the a an this that these those he she it they we i you his her its their our my your but and or nor so yet if
    when while where after before since until because although though as at by for from in into of on off out
    over to under up with without within about above across against along among around behind below between
    beyond during except inside near through throughout toward towards upon via who whom whose which what why
    how there here then now today yesterday tomorrow tonight not no yes also both either neither each every
    all any some many most few several other another such more less much only even still just already once
    again later earlier meanwhile however moreover instead nevertheless indeed perhaps maybe according
    speaking asked told one two three four five six seven eight nine ten eleven twelve dozens hundreds
    thousands monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december spring summer autumn winter is was are were be been has
    have had do does did will would can could should may might must let please dear q: a: read published
    updated photo image video says said tags related advertisement share
                         early late former part
    senior local half"""
)
"""Words that begin sentences in capitals without being names, and days and months."""

PREPOSITIONS = _words(
    """of for to with from in at by on under against about near inside outside behind like within among across
    involving including representing regarding concerning throughout after before during since between over above along
    alongside around beside beneath below beyond opposite towards toward who
    whom whose which that"""
)
"""Words after which a name no longer is what a noun phrase is about, relative pronouns too."""

PARTICLES = _words("de del della der den di da dos du la le van von bin ibn al el ter ten y e")
"""Lower-case words inside a person's name."""

AUTHORED = _words(
    """statement statements tweet tweets letter letters post posts message messages email e-mail emails op-ed column
    editorial blog memo remarks comments speech announcement claim claims testimony"""
)
"""Documents that speak for whoever wrote them: what stands in a person's tweet, that person says."""

MEDIA_REPORTS = _words("report reports account accounts story stories coverage article articles estimates estimate")
"""What stands in these, those who are named as their makers say."""

PORTFOLIOS = _words(
    """state defense defence health finance justice interior treasury education agriculture energy labor labour commerce
    exchequer transport transportation environment trade culture war security affairs information police staff police
    operations intelligence parliament congress homeland housing immigration economy industry planning water"""
)
"""Words after "secretary of", "chief of" and the like that belong to the title and not to the holder's name."""

_PERSON_SUFFIX = re.compile(
    r"(?:[^aeiou]ist|ologist|ician|[st]man|[st]woman|person|[^br]eer|grapher|surgeon|physicist|scientist|"
    r"officer|owner|worker|maker|driver|fighter|keeper|holder|player|leader|writer|member|manager|hunter)$"
)


_BODIES_OF_PEOPLE = _words(
    "group party country nation state republic firm business organisation organization community crowd crew pair trio "
    "hundred thousand dozen score other few government american african european asian arab kurd muslim "
    "christian jew catholic"
)
"""Nouns whose plurals stand for groups and that are no persons themselves."""


def is_person_noun(word: str) -> bool:
    """Whether a noun in small letters names what a person is; by list, else by its ending."""
    bare = word.rstrip(".")
    return (
        bare in ROLES
        or (bare + "s" in GROUPS and bare not in ORGANISATIONS | _BODIES_OF_PEOPLE)
        or bool(_PERSON_SUFFIX.search(bare))
        or ("-" in bare and bare.rsplit("-", 1)[1] in ROLES)
    )


def is_group_noun(word: str) -> bool:
    """Whether a noun in small letters stands for several people."""
    if word in GROUPS or (word.endswith("s") and is_person_noun(word[:-1])):
        return True
    return bool(re.search(r"(?:ians|icans|ists|crats|sters|people|men|women)$", word))


LAWS = _words(
    "law act bill report treaty constitution resolution agreement accord declaration protocol directive charter"
)
"""Last words of capitalised names that are documents."""

BODY_NOUNS = _words(
    """agency affiliate daily weekly newspaper paper tabloid magazine broadcaster network station channel website site
    firm company group charity party startup bank airline manufacturer union watchdog think-tank tank ngo outlet"""
)
"""Nouns that stand right before a body's name and say what it is: "the news agency"."""

SERVANTS = _words(
    "members officials sources spokespeople spokesmen representatives employees staff aides officers lawyers"
)
"""Groups of people who are described by whom they serve."""

PLACE_STARTS = _words(
    """saudi north south east west northern southern eastern western new united sri costa el puerto hong ivory burkina
    sierra equatorial papua dominican great san los las santa são fort"""
)
"""First words of names of countries, states and towns."""

CORPORATE = _words(
    """company corporation corp inc ltd commission administration service services association institute society union
    authority agency department office committee bureau board council"""
)
"""Words that end the names of bodies and seldom those of anything else."""

SPEAKING = _words(
    """said says say told tells added adds wrote writes replied replies recalled recalls insisted insists joked jokes
    laughed laughs thinks thought believes believed remembers remembered admitted admits conceded concedes argued argues
    testified testifies tweeted tweets explained explains continued continues quipped quips"""
)
"""Verbs of speaking and thinking whose subject, if it is a lone name, is oftener a person than a body."""

OUTLETS = _words(
    """times post news guardian herald tribune journal courier bulletin gazette press radio television tv chronicle
    telegraph observer mail express mirror star wire review daily monitor magazine newspaper paper broadcaster newsroom
    outlet tabloid weekly channel network bbc cnn reuters afp ap bloomberg abc nbc cbs npr"""
)
"""Words of the names and kinds of bodies that report news."""

PUBLIC = _words(
    """ministry department office authority administration bureau commission committee council parliament assembly
    senate congress house cabinet government court tribunal police army navy force forces union federation society
    university college school party front coalition alliance campaign movement league nations embassy hospital
    inquiry panel secretariat directorate palace presidency watchdog regulator charity ngo militia regime kremlin
    pentagon opposition military street white church vatican state treasury un nato unesco unicef interpol europol
    fbi cia nsa nasa eu hezbollah hamas taliban"""
)
"""Words of the names of bodies that are no businesses."""

COUNTRIES = _words(
    """afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus
    belgium belize benin bolivia bosnia botswana brazil britain bulgaria burma burundi cambodia cameroon canada
    chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia
    fiji finland france gabon gambia georgia germany ghana greece greenland guatemala guinea guyana haiti
    honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan
    kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg macedonia
    madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia
    montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan
    palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland
    senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname swaziland sweden
    switzerland syria taiwan tajikistan tanzania thailand tibet togo tonga tunisia turkey turkmenistan uganda
    ukraine uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe washington moscow beijing
    london paris berlin tehran brussels kyiv kiev ankara jerusalem tokyo delhi islamabad riyadh seoul pyongyang
    damascus baghdad kabul cairo rome madrid canberra ottawa"""
)
"""Countries, and capitals that stand for their governments."""

PAST_VERBS = _words(
    """met saw told said heard became left took gave brought led made found held won lost knew thought saw shot hit put
    including includes accused named called charged"""
)
"""Verbs that can stand before a noun without a determiner, and are no part of it: "met officers"."""
