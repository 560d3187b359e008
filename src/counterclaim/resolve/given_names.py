"""Common given names of one gender and their short forms; sets in, nothing out.

A name in neither list or in both says nothing. The short forms are common pairs of
https://github.com/carltonnorthern/nicknames (Apache-2.0).
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_NAMES = _words(
    """
    aaron abbas abdallah abdel abdelaziz abdirahman abdul abdulaziz abdulla abdullah abe abraham abu adam adel adnan
    adrian ahmad ahmed ahmet aidan ajay akira akram alain alan alastair albert alberto alec aleksandar aleksander
    aleksandr aleksei alex alexander alexandre alexei alexey alfonso alfred alfredo ali alistair allan allen alvin
    amir amit anand anas anatoly anders andre andreas andrei andrej andres andrew andrey andrzej andy angelo angus
    anil anthony antoine antonio anwar ariel arif arkady armando arnaud arne arnold artem arthur arturo arun arvind
    ashok ashraf ashton asif austin avigdor axel aziz babar baptiste barack barney barry bashar bassam ben benedict
    benjamin benny bernard bernd bernie bertrand bilal bill billy binyamin bjorn björn bob bobby bogdan bohdan boris
    brad bradley brandon brent brett brian bruce bryan callum calvin cameron carl carlos caspar cesar chad charles
    charlie chidi chinedu chris christian christoph christopher chuck clarence claude claus clayton clifford clint
    clive colin connor cory craig cristiano curtis cyril dale dan daniel darren dave david dawood dean deepak denis
    dennis derek derrick dick didier diego dieter dinesh dirk dmitri dmitry dominic dominik dominique don donald
    donatas doug douglas dov duncan dwayne dwight dylan earl eberhard ed eddie edouard eduardo edward egon ehud eli
    elias elliot elliott emeka emil emile emilio emmanuel emre enrique eric erik ernest ernesto ernst esteban ethan
    etienne eugene evan evgeny ewan fabien fabio fabrice fahd faisal farid farouk faruk fawaz fayez federico felipe
    felix fergus fernando florian francisco franco francois frank françois fred frederic friedrich fritz gabriel
    gareth gary gaston gavin gennady geoff geoffrey george georges gerald gerard gerardo gerd gerhard gethin ghassan
    gideon gilad gilbert giles gilles giorgio giovanni giuseppe glen glenn goodluck gopal gordon graham greg gregory
    grigory grzegorz guenther guillaume guillermo gunter gunther gustavo guy günter günther habib hadi haidar hakan
    hakim hal hamid hamish hamza hans hardeep harish harold haroon harry harvey hashim hassan hector heiko heiner
    heinrich heinz helmut henri henry herbert herman hermann hernan hervé hiroshi holger homer horacio horst hosni
    hossein howard hubert hugh hugo humphrey husain hussain hussein huw iain ian ibrahim idris ignacio igor ilan
    ilya imran iqbal isaac ismail itamar ivan ivor jacek jack jacob jacques jagdish jaime jake jakub jalal jamal
    james jamil jan jared jaroslav jaroslaw jason jasper javad javier jawad jean jean-claude jean-luc jean-marc
    jean-pierre jeff jeffrey jens jeremiah jeremy jerome jerry jerzy jess jesse jim jimmy jin jiri joachim joaquin
    jochen joe joel johann johannes john johnny jonas jonathan jonny jordan jorg jorge jose josef joseph josh joshua
    juan juergen jules julian julio julius jurgen justin jérôme jörg jürgen kai kamal kapil karim karl kassem kazuo
    keith kemal ken kenji kenneth kevin khaled khalid khalil khurram kieran kirill kirk kit klaus kofi konrad
    konstantin krishna krzysztof kurt kwame kwasi kyle lachlan lalit lance larry lars laurent lawrence lech lee leo
    leon leonard leonid leroy levi lewis liam lionel lloyd logan louis luc luca lucas ludwig luigi luis lukas luke
    lutz lyndon maciej mahesh mahmoud mahmud majid makoto maksim malcolm malik manfred manish manmohan mansour
    manuel marc marcel marcelo marco marcus marek marian mario mariusz mark martin marvin marwan mason masoud
    mathieu matt matthew matthias maurice mauricio maurizio mauro max maxim mehdi mehmet menachem merrick mesut
    michael michel mick mickey miguel mike mikhail milan miles miroslav mitch mitchell mitt mohamad mohamed mohammad
    mohammed mohamud mohan mohsen mokhtar monty morris moshe moustafa muhamad muhammad muhammadu mukesh munir murad
    murat murray musa mustafa myron nabil nadeem nadir naftali narendra naresh nasser nat nathan nathaniel nawaf
    nawaz nayef ned neil nelson newt nicholas nick nicolas nigel niklas nikola nikolai nikolay nir nitin nizar noah
    noel norbert norman nouri ofer olaf oleg oleksandr oleksiy oliver olivier ollie olusegun omar omer ondrej orhan
    orlando osama oscar oskar osman otis otto owain owen pablo paolo pascal patrick paul pavel pedro peer perry pete
    peter petr petro phil philip philippe pierre piotr prakash pramod praveen qais qasim quentin quincy radek
    radoslaw rafael rafiq rahim rahul raila rainer raj rajesh rajiv rakesh ralf ralph ramesh rami ramon ramzan rand
    randall randolph randy raphael rashid raul ravi ray raymond recep reginald reinhard reinhold remi rene reuven
    rhys riad ricardo rich richard richie rick riyad rob robert roberto rod roderick rodney rodrigo roger roland
    rolf romain roman romeo ron ronald ronnie rory roscoe ross rowan roy ruben rudolf rudy rufus rupert ruslan
    russell ryan rémy saad sachin saddam sadiq saeed salah saleh salim salman salvador sam sami samir samuel sandeep
    sandy sani sanjay satish satoshi saul sayed scott sean sebastian sebastien selim semyon serge sergei sergey
    sergio serhiy serkan seth shahid shane shankar sharif shashi shaun sheldon sherman shimon shinzo sid sidney
    sigmar silvio simon sipho slobodan spencer stan stanislav stanislaw stanley stefan stefano stephan stephen steve
    steven stewart strom stuart sunil suresh sven svyatoslav sylvain takashi taras tarek tariq taro tayyip ted
    tendai terence terrence terry tetsuya thabo theo thibault thierry thomas thorsten tim timo timothy toby todd tom
    tomas tomasz tommy tony torsten travis trevor troy tucker tyler tyrone uhuru ulrich ulysses umberto upton uri
    usman uwe vadim valery vasily vernon victor vijay vikram viktor vince vincent vinod virgil vitali vitaliy vitaly
    vito vivek vladimir vladislav volker volodymyr vyacheslav vytautas wade wael waleed walid wallace walter warren
    wayne wendell werner wesley wilbur wilhelm will willi william willie wilson winfried winston wojciech wolfgang
    woodrow woody xavier yaakov yahya yair yann yasin yasser yevgeny yigal yitzhak yoav yogi yoshihide yossi younis
    yousef youssef yoweri yukio yuri yury yusuf yves zach zachary zack zaid zbigniew zeev zeke ziad zoran zuhair
    """
)

FEMALE_NAMES = _words(
    """
    abigail adele adriana agnes agnieszka aisha akiko alejandra alessandra alexandra alexis alice alicia alison
    allison alma amal amanda amber amelia amina amy ana ananya anastasia andrea angela angelica angelina anita
    anjali ann anna anne annette annie annika antonia april arlene ashley asma astrid audrey aurora ava ayelet
    barbara barbra beata beatrice beatriz becky belinda benazir bernadette bernice beth bethany betsy betty beverley
    beverly bianca birgit birgitta bonnie brenda bridget brigitte britta brittany camilla camille candace cara carla
    carly carmela carmen carol carole caroline carolyn carrie cassandra cassidy catherine cathy cecilia celia celine
    chantal charlotte chelsea cheri cherie cheryl chiamaka chiara christa christie christina christine claire
    claudia colleen condoleezza connie constance cora corinne cristina cristine crystal cynthia daisy dalia daniela
    danielle daphne dawn deb debbie deborah debra deepa deirdre delia denisa denise desiree diana diane dianne dilma
    dina dolores donna dora doris dorothy edith eileen ekaterina elaine eleanor elena eleni elisa elisabeth elise
    eliza elizabeth elke ella ellen eloise elsa elsie emilia emily emma erica erika erin esther ethel eugenia eva
    eve evelyn ewa faith farah fatima fatou fay federica felicia fern fiona flora florence frances francesca frida
    gabriela gabriella gabrielle gail galina geeta gemma georgia georgina geraldine gertrude ghada gillian gina
    ginny giorgia gisela giulia gladys glenda gloria golda goldie graca grace greta gretchen gudrun gwen gwendolyn
    hala haley hanan hannah hanne harriet hasina hazel heather heidi heike helen helena helene helga henrietta
    henriette hilary hilda hillary hope huda ida ilhan ilona ilse imelda imogen indira indra ines inga inge ingeborg
    ingrid irene irina iris isabel isabella isabelle ivana ivanka ivy jacinda jackie jacqueline jamie jana jane
    janelle janet janice janine jasmine jaya jean jeanette jeanne jeannie jenna jennie jennifer jenny jessica jill
    jo joan joanna joanne jodi jodie johanna josephine joy joyce juanita judith judy julia juliana julianne julie
    juliet juliette june justine jutta kamala karen karin karina karla karolina kasia katalin katarina katarzyna
    kate katherine kathleen kathryn kathy katie katja katrina katy kavita kay kayla kayleigh keiko kelly kellyanne
    kendra kerry kerstin khadija kim kimberly kiran kirsten kirstin kirsty kitty kristen kristi kristin kristina
    kristine lakshmi lana lara larisa larissa latoya laura lauren layla leah leanne leigh leila lena lesley leslie
    letitia liliana lillian lily lina linda lindsay lindsey lisa liv liz lois lorena loretta lori lorraine louisa
    louise lucia lucinda lucy ludmila luisa luz lydia lynn lynne lyudmila mabel madeleine madeline madison mae
    magdalena maggie malala malgorzata malia mamata manal mandy manuela marcia margaret margarita marge margie margo
    margot margrethe maria mariam marian mariana marianne marie marilyn marina marine marion marisa marjorie marlene
    marsha marta martha martina marwa mary maryam maureen maxine maya megan melania melanie melinda melissa merav
    meredith meryl mia michal michelle michiko mildred millie mindy mira miranda miriam mitzi molly mona monica
    monika muriel myra myrna nadia nadine nancy naoko naomi natalia natalie natasha neha nell ngozi nicola nicole
    nikki nina nirmala noor nora noreen norma nour noura octavia odette ofelia oksana olga olivia olympia oprah orly
    paige pam pamela paola pat patience patricia patsy patti patty paula paulette pauline pearl peggy penelope penny
    petra phoebe phyllis pippa pooja priscilla priti priya priyanka queenie rachel rana rania raquel rasha rebecca
    rebekah regina renata renate renee rhoda rhonda rita roberta robin rochelle ronda rosa rosalind rosalyn rosanna
    rose rosemary rosie roxana roxanne ruth sabina sabine sabrina sadie sally salma samantha samira sandra sara
    sarah selena serena shannon sharon sheila shelly sheryl shirley sigrid silke silvana silvia simone siobhan sofia
    solveig sonia sonja sophia sophie stacey stacy stav steffi stella stephanie sue susan susana susanna susanne
    sushma susi susie suzanne suzy svetlana sybil sylvia sylvie tabitha tamara tammy tania tanja tanya tara tatiana
    tatyana teodora teresa tess tessa tetiana thelma theresa tiffany tina tomoko toni tracey tracy tricia trisha
    trudy tulsi tzipi ulla ulrike uma una ursel ursula ute valentina valerie vanessa vera verena veronica vicki
    vickie vicky victoria viola violet virginia vivian viviane waltraud wanda wangari wendy whitney wilhelmina wilma
    winifred winnie xenia yasmin yekaterina yoko yolanda yulia yuliya yuriko yvette yvonne zahra zainab zoe zoë
    zsuzsanna zuzana
    """
)

GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES

ALSO_PLACES = _words(
    """austin charlotte chelsea carolina chad florence georgia israel jordan kent lincoln lourdes madison orlando
    paris santiago sydney victoria virginia washington houston dallas troy sofia asia india lance april june august"""
)
"""Given names that, standing alone, more often are a place or a month."""

_SHORT_FORMS = """
    abe abraham | al albert alan alfred | alex alexander alexandra | andy andrew | angie angela | ben benjamin |
    bernie bernard | bert albert robert | beth elizabeth | betty elizabeth | bill william | billy william | bob
    robert | bobby robert | brad bradley | cathy catherine | charlie charles | chris christopher christine christina
    | chuck charles | dan daniel | danny daniel | dave david | debbie deborah | dick richard | don donald | doug
    douglas | ed edward edwin | eddie edward | fred frederick alfred | gene eugene | geoff geoffrey | greg gregory |
    hank henry | harry henry harold | jack john | jake jacob | jeff jeffrey | jen jennifer | jenny jennifer | jerry
    gerald jerome | jim james | jimmy james | joe joseph | joey joseph | johnny john | jon jonathan | josh joshua |
    judy judith | kate katherine catherine | kathy katherine kathleen | katie katherine | ken kenneth | larry
    lawrence | liz elizabeth | lou louis | maggie margaret | matt matthew | meg margaret | mickey michael | mike
    michael | mitch mitchell | nan nancy | nat nathaniel | nate nathan | ned edward | nick nicholas | pat patrick
    patricia | patty patricia | peggy margaret | pete peter | phil philip phillip | ray raymond | rich richard |
    rick richard | rob robert | ron ronald | sally sarah | sam samuel samantha | sandy alexander sandra | steve
    steven stephen | sue susan | ted edward theodore | terry terence theresa | theo theodore | tim timothy | tom
    thomas | tommy thomas | tony anthony | vicky victoria | vince vincent | wendy gwendolyn | will william | zach
    zachary | abby abigail | archie archibald | becky rebecca | bella isabella | cindy cynthia lucinda | connie
    constance | drew andrew | ellie eleanor | fran frances francis | frankie francis frank | freddie frederick |
    gabby gabrielle gabriella | gabe gabriel | georgie george georgina georgia | gerry gerald gerard | gill gillian |
    ginny virginia | gus augustus angus | hattie harriet | izzy isabel isabella | jackie jacqueline | jamie james |
    jess jessica | jill gillian | josie josephine | lexi alexandra alexis | lexie alexandra alexis | libby elizabeth |
    lizzie elizabeth | lottie charlotte | maddie madeleine madeline | mandy amanda | max maximilian maxwell | mel
    melanie melissa | mick michael | millie amelia mildred | nell eleanor helen | nicky nicholas nicola | ollie
    oliver | paddy patrick | pam pamela | penny penelope | pippa philippa | reggie reginald | ricky richard |
    robbie robert | sasha alexander alexandra | steph stephanie | stu stuart | teddy theodore edward | tess theresa |
    tilly matilda | toby tobias | val valerie | vic victor | walt walter | winnie winifred
"""

SHORT_FORMS: dict[str, frozenset[str]] = {
    pair.split()[0]: frozenset(pair.split()[1:]) for pair in _SHORT_FORMS.split("|") if pair.strip()
}
"""The full names of which a short form is common: "bob" -> {"robert"}."""


def may_be_one(one: str, other: str) -> bool:
    """Whether two given names in small letters can be one person's: equal, one's short form, or its initial."""
    if one == other or other in SHORT_FORMS.get(one, ()) or one in SHORT_FORMS.get(other, ()):
        return True
    short, full = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and full.startswith(short)
