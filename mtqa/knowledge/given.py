"""Given names that only men or only women bear, in the languages news is translated from."""

from __future__ import annotations

from mtqa.knowledge.data import DATA

#: By the lists of Faker: men and women, a line each.
_LISTED = {
    sex: frozenset(names.split())
    for sex, _, names in (
        line.partition(": ") for line in DATA.joinpath("given.txt").read_text(encoding="utf-8").splitlines()
    )
}
# Left out: what both bear somewhere (Andrea, Jean, Kim, Robin, Sasha, Nikita), and words (Mark, Grace).

_MEN = frozenset(
    "aaron abdullah abraham ahmed akira albert aleksandr aleksei alexander alexei alfonso alfred ali anatoly "
    "andreas andrei andrew anthony antoine antonio arkady arnaud arthur benjamin benoit bernard bernd boris brian "
    "bruno carlos charles christian christoph christopher claude daniel david denis didier diego dieter dietmar "
    "dmitri dmitry edouard eduardo edward emmanuel emre enrique eric erik ernesto eugene evgeny fabien felipe "
    "felix fernando francisco francois frank franz frederic friedrich fumio gabriel geoffrey georg george gerhard "
    "gianni gilles giovanni giuseppe gregory guido guillaume gustavo hans harald hasan hassan heinrich heinz "
    "helmut henri henry herbert hiroshi horst hubert hugo hussein ibrahim igor ivan jacob jacques jaime james "
    "javier jeffrey jens jeremy jim joachim joe johann john jonathan jorge joseph juan juergen julio jörg jürgen "
    "karim karl kenji kenneth kevin khalid klaus koji konstantin kurt larry lars laurent lawrence leonardo leonid "
    "lorenzo lothar louis luc lucas luigi luis lukas mahmoud manfred manuel marc marcel marco marcus mario markus "
    "matteo matthew matthias maxim mehmet michael miguel mikhail mohamed mohammad mohammed muhammad mustafa "
    "narendra nicolas nigel nikolai olaf oleg oliver olivier omar oscar osman otto pablo patrick paul pavel pedro "
    "peter philip philippe pierre pyotr rafael rainer rajiv ralf raul raymond recep reinhard ricardo richard "
    "robert roberto rodrigo roger roland rolf roman ronald salvador samuel sebastian serge sergei sergey shigeru "
    "shinzo simon stanislav stefan stephane stephen steven sven takashi taro theodor thierry timothy tomas ulrich "
    "uwe valery vasily viktor vincent vladimir volker walter werner wilhelm wolfgang xavier yann yuri yusuf "
    "yves".split()
)
_WOMEN = frozenset(
    "adriana agnes aisha akiko alexandra alice alicia amanda amina ana anastasia angela anita anna anne anneliese "
    "annette annie antonia asuncion ayse ayşe barbara beate beatrice beatriz brigitte carla carmen caroline "
    "catarina catherine cecilia charlotte chiara christina christine claire clara claudia concepcion consuelo "
    "cristina daniela deborah delphine denise diana dolores dominika dorothea edith ekaterina elena eleonora elif "
    "elisabeth elizabeth ella ellen emilia emily emma erika esther eva evelyn fabienne fatima fatma federica "
    "florence francesca francoise frauke frieda gabriela gabriele gabriella galina genevieve gertrud giovanna "
    "giulia hanna hannah hannelore heidi heike helen helena helene hélène hülya ilse ines ingrid irene irina "
    "isabel isabella isabelle jacqueline jane janet jennifer jessica joanna johanna josefina juana judith julia "
    "juliane juliette karen karin katarina katharina katherine kathleen kathrin katrin keiko kristina laura leila "
    "linda lisa lucia ludmila lydia lyudmila magdalena manuela margaret margarita maria mariana marianne marie "
    "marina marta martha martina mary mathilde maya melanie mercedes michelle michiko miriam monica monika nadia "
    "nadine nancy natalia natalie natalya natasha nathalie nicole nina noriko oksana olga patricia paula pauline "
    "petra pilar polina rachel raquel rebecca regina renate rita rosa rosalia rosario ruth sabine samantha sandra "
    "sara sarah sibylle silvia simone sofia sonia sophia sophie stefanie stephanie susan susana susanne sushma "
    "svetlana sylvia sylvie tamara tatiana tatyana teresa theresa ulrike ursula valentina valeria valerie vanessa "
    "vera veronica veronika victoria viktoria virginia xiomara yekaterina yoko yolanda yuko yulia yvonne zeynep "
    "zsuzsanna élisabeth".split()
)

#: Of languages of which no list is at hand: Indian, Vietnamese, Thai, Indonesian, Arabic, Persian, African and more.
_MEN_ELSEWHERE = frozenset(
    "abdelfattah abdirahman abebe adrian ahmadou aivar akhilesh akram alemu algirdas amitabh anand andrius andrus "
    "andrzej anil antti anupam artūras arvind arvydas ashok ashraf athanasios attila atul babatunde balázs "
    "bambang bashar bekele bilal bjarni bogdan bohdan branislav budi chandrababu chidi christos crin cristian "
    "călin dacian daisuke dariusz deepak devendra dimitris dinesh dragan dusan emeka eyal farhad farouk ferenc "
    "florin fouad gadi ganesh gheorghe giannis gintaras giorgos girish gopal goran gotabaya grzegorz gunnar "
    "guðmundur gyula gábor habib haitham haruto heikki hemant hichem hiroki hosni ilias ilkka imre indrek ioannis "
    "istván itamar jaan jagdish janis janne jari jaroslaw javad jerzy joko jomo juha jukka jános józsef jüri "
    "jānis kailash kalev kamal kazimierz kenta kimmo konstantinos kostas kristjan krzysztof kwame kęstutis lajos "
    "lalit lauri leszek linas liviu ljubomir lubomir lászló maciej madis mahesh mahinda mahmud majid manoj "
    "manolis marek mariusz masoud mateusz matti mehdi mihály mikko mindaugas mircea miroslav mirosław mohan mugur "
    "mukesh mustapha mykola naftali nasser naveen nicolae nikos nitin olli oluwaseun ondrej panagiotis pawel "
    "pekka petro petteri piotr prabowo pradeep prakash pramod prasad priit radek rafal rajendra rajesh rajnath "
    "rakesh ramesh ranil ravi reza rimantas rohit ryszard sachin salman samir sanjay satish sauli saulius seppo "
    "shahid shlomo siamak sigurður siim slamet slawomir slobodan somchai somsak sorin sotiris spyros stavros "
    "subhash sudhir sukhbir sunil suresh susilo sándor tadeusz takeshi tapio tarek tarmo tewodros thaksin timo "
    "tomasz tomislav toomas traian uhuru umar urmas vaclav valdis vasile vasyl victor vijay vikram ville vinod "
    "viorel vivek vladislav volodymyr vytautas václav wahid widodo wieslaw wiranto witold wojciech yaakov yair "
    "yoav yogi yohannes yosef youssef zaheer zbigniew zdenek zlatko zoltán zoran zsolt ólafur".split()
)
_WOMEN_ELSEWHERE = frozenset(
    "adwoa agata agnieszka aino aishwarya aleksandra alona alyona amaka anikó anjali anne-mari anneli anupama "
    "aparna archana asha ayesha azadeh barbora benazir birgitta bożena bushra cayetana chandrika chioma daiva "
    "dalia danuta daryna deepika dewi dorota ecaterina edyta eeva eleni elvira elzbieta elżbieta erzsébet "
    "esperance eszter ewa farida fatoumata fereshteh gabriela geeta gita grazyna grażyna guðrún gyöngyi habiba "
    "halina halyna hanan hanna hanna-leena hasina heba heli ildikó ileana ilona indira indrawati ingrida ioana "
    "ioanna iryna ivana iwona jadwiga jayalalithaa jelena jitka joanna jolanta jovana joyce judit jurgita justyna "
    "jutta jóhanna kadri kaisa kaja kajal kalpana kamila katalin katarzyna kateryna katrin katrín kavita keit "
    "kersti khadija khaleda khrystyna kinga kirsi klára kolinda kristín kristīna krisztina krystyna laila "
    "laimdota lalita larysa lavinia leena lenka lesia liina liisa liliya ljiljana lubna lucie luminita lyubov "
    "magda maha mahbooba maia maire malgorzata mamata marketa markéta maryam maryse marzena masoumeh małgorzata "
    "meenakshi meera megawati merja michaela milena mina minna miroslava moushira nadiya nagwa nandini nataliya "
    "natasa nataša nazanin neelam neha ngozi niloufar nirmala nisha noura oleksandra olena olha outi oľga parisa "
    "parvati patrycja piret pirjo piroska pooja pratibha preeti priya priyanka puan päivi radha raisa raluca "
    "rania rasa razia reem rekha renata retno riina ritu ritva roberta rodica rukhsana ruslana ruxandra réka "
    "rózsa rūta sadaf sahle-work sakshi sania sanja sanna sarita shabana shaista sharmila sheikha shirin shobha "
    "sigríður sirpa siti slavica smita smriti solomiya sonia soraya stavroula sumitra sunita sunitha susilawati "
    "svitlana swati sylwia tanuja tarja teodora tetiana tetyana tiina tuula uma urszula urve usha vaira vasiliki "
    "vesna vidya vilija viorica wanda wangari wioletta yana yingluck yuliia yuliya zahra zainab zdenka zeinab "
    "zoya zsuzsa zsófia zuzana ágnes ülle".split()
)

MEN = _MEN | _MEN_ELSEWHERE | (_LISTED["men"] - _WOMEN - _WOMEN_ELSEWHERE)
WOMEN = _WOMEN | _WOMEN_ELSEWHERE | (_LISTED["women"] - _MEN - _MEN_ELSEWHERE)


def given(word: str) -> bool:
    """Whether a word in small letters is one of them."""
    return word in MEN or word in WOMEN
