"""Every fact of the Province's two documents, item by item, and the place where it stands here."""

import re

import pytest
from pydantic import BaseModel

from workshop_kit.content.committees import committees
from workshop_kit.content.files import kit_folder
from workshop_kit.content.help_lines import help_lines
from workshop_kit.content.questions import questions
from workshop_kit.content.resources import resources, toolkits
from workshop_kit.content.sections import sections
from workshop_kit.content.sectors import sectors
from workshop_kit.content.steps import steps

GUIDE = (
    ("goal: people act at the local level", "welcome/goal", "act where they live"),
    ("goal: raise awareness", "welcome/goal", "know about human trafficking"),
    ("goal: prevent trafficking", "welcome/goal", "fewer people should be harmed"),
    ("meaning: control", "welcome/meaning", "controls"),
    ("meaning: direction", "welcome/meaning", "tells them what to do"),
    ("meaning: influence", "welcome/meaning", "influence"),
    ("meaning: sexual exploitation", "welcome/meaning", "sexual exploitation"),
    ("meaning: labour exploitation", "welcome/meaning", "labour exploitation"),
    ("meaning: and/or", "welcome/meaning", "and both at once"),
    ("worried: online course for service providers", "welcome/worried", "online course"),
    ("worried: RCMP", "welcome/worried", "RCMP"),
    ("worried: municipal police", "welcome/worried", "municipal police"),
    ("worried: victim services", "welcome/worried", "victim services"),
    ("worried: child protection", "welcome/worried", "child protection"),
    ("worried: other front-line services", "welcome/worried", "another front-line service"),
    ("worried: services anywhere in BC", "welcome/worried", "anywhere in BC"),
    ("worried: OCTIP's number", "welcome/worried", "1-888-712-7974"),
    ("worried: toll-free", "welcome/worried", "The call is free"),
    ("worried: day and night", "welcome/worried", "open day and night"),
    ("worried: interpretation", "welcome/worried", "has interpreters"),
    ("history: the office's name", "welcome/history", "Office to Combat Trafficking in Persons"),
    ("history: since 2007", "welcome/history", "2007"),
    ("history: communities across BC", "welcome/history", "communities all over BC"),
    ("history: address, prevent", "welcome/history", "prevent human trafficking and to respond"),
    ("history: many requests", "welcome/history", "many people and communities asked it"),
    ("history: for help and information", "welcome/history", "for help and for facts"),
    ("history: a crime", "welcome/history", "this crime"),
    ("history: builds on experience", "welcome/history", "local partners have learned"),
    ("history: labour and sexual", "welcome/history", "about labour and sexual exploitation"),
    ("history: practical information", "welcome/history", "practical facts"),
    ("history: examples from BC", "welcome/history", "shows what communities in BC have done"),
    ("for whom: anyone who wants to act", "welcome/for_whom", "anyone who wants to do something"),
    ("for whom: clear language", "welcome/for_whom", "clear words, so that anyone can begin"),
    ("for whom: concerned citizens", "welcome/for_whom", "residents who are concerned"),
    ("for whom: NGOs", "welcome/for_whom", "NGOs"),
    ("for whom: social services", "welcome/for_whom", "social service providers"),
    ("for whom: health care", "welcome/for_whom", "health care professionals"),
    ("for whom: law enforcement", "welcome/for_whom", "law enforcement"),
    ("for whom: municipal government", "welcome/for_whom", "municipal government"),
    ("for whom: schools", "welcome/for_whom", "schools"),
    ("for whom: First Nations, councils", "welcome/for_whom", "First Nations and their councils"),
    ("for whom: the public", "welcome/for_whom", "members of the public"),
    ("set up: online", "welcome/use", "on the web"),
    ("set up: a package to download", "welcome/use", "download it as a package"),
    ("set up: to print", "welcome/use", "to print it"),
    ("set up: to keep on a device", "welcome/use", "on your computer, tablet or phone"),
    ("set up: Resources page", "welcome/use", "Resources page"),
)
GOAL_AND_WHY = (
    ("goal: awareness and prevention", "get-organized/goal", "fewer are harmed"),
    ("goal: meaning of trafficking", "get-organized/goal", "controls, directs or influences"),
    ("goal: sexual and labour", "get-organized/goal", "for sex or for work"),
    ("goal: get organized", "get-organized/goal", "get organized"),
    ("goal: clear language", "get-organized/goal", "clear words, so that anyone can begin"),
    ("goal: questions on what is needed", "get-organized/goal", "see what is needed"),
    ("goal: next sections", "get-organized/goal", "getting informed and taking action"),
    ("goal: resources and stories", "get-organized/goal", "stories from BC, and resources"),
    ("worried: police", "get-organized/goal", "police"),
    ("worried: victim services", "get-organized/goal", "victim services"),
    ("worried: child protection", "get-organized/goal", "child protection"),
    ("worried: OCTIP, by name", "get-organized/goal", "OCTIP helps to find services"),
    ("worried: the number", "get-organized/goal", "1-888-712-7974"),
    ("worried: course", "get-organized/goal", "online course for service providers"),
    ("why: complex", "get-organized/why", "many sides"),
    ("why: together", "get-organized/why", "act together"),
    ("why: informed", "get-organized/why", "more complete, and it rests on what people"),
    ("why: awareness", "get-organized/why", "raise awareness"),
    ("why: prevention", "get-organized/why", "prevent harm"),
    ("why: sensitive, hard to talk about", "get-organized/hard_talks", "hard to talk about"),
    ("why: important first step", "get-organized/hard_talks", "first step is an important one"),
    ("touches youth", "get-organized/why", "youth"),
    ("touches parents", "get-organized/why", "parents"),
    ("touches teachers", "get-organized/why", "teachers"),
    ("touches social workers", "get-organized/why", "social workers"),
    ("touches businesses", "get-organized/why", "business people"),
    ("touches Elders", "get-organized/why", "Elders"),
    ("touches leaders", "get-organized/why", "leaders"),
    ("why: planning", "get-organized/partners", "has to be planned"),
    ("why: host events", "get-organized/partners", "hosted"),
    ("why: advertise events", "get-organized/partners", "made known"),
    ("partners: youth safety", "get-organized/partners", "safety of youth"),
    ("partners: crime prevention", "get-organized/partners", "preventing crime"),
    ("partners: violence against women", "get-organized/partners", "violence against women"),
    ("partners: youth exploitation", "get-organized/partners", "sexual exploitation of youth"),
    ("why: coordinated efforts", "get-organized/partners", "plan together"),
    ("quotation: author", "get-organized/partners", "Sarah Hunt"),
    ("quotation: book", "get-organized/partners", "Restoring the Honouring Circle: Taking"),
    ("quotation: strengths pooled", "get-organized/partners", "strengths together for one cause"),
    ("quotation: powerful change", "get-organized/partners", "great change"),
    ("box: name", "get-organized/stop_the_traffik", "Stop the Traffik"),
    ("box: global", "get-organized/stop_the_traffik", "all over the world"),
    ("box: who", "get-organized/stop_the_traffik", "communities, faith groups and businesses"),
    ("box: time and energy", "get-organized/stop_the_traffik", "time and energy"),
    ("box: information flows", "get-organized/stop_the_traffik", "flow freely"),
    ("box: vulnerable communities", "get-organized/stop_the_traffik", "at risk"),
    ("box: empowerment", "get-organized/stop_the_traffik", "stronger"),
    ("box: own group", "get-organized/stop_the_traffik", "start a group"),
    ("box: registration online", "get-organized/stop_the_traffik", "register a group on the web"),
    ("box: Group Formation Guide", "get-organized/stop_the_traffik", "Group Formation Guide"),
)
WHO_AND_HOW = (
    ("who: all with an interest", "get-organized/who", "Everyone who has a reason to care"),
    ("who: youth for some", "get-organized/who", "youth"),
    ("who: businesses for others", "get-organized/who", "businesses"),
    ("who: close by", "get-organized/who", "First Nations and other Indigenous communities"),
    ("who: domestic", "get-organized/who", "girls and women who are trafficked inside Canada"),
    ("who: nanny", "get-organized/who", "nanny"),
    ("who: live-in caregiver", "get-organized/who", "live-in caregiver"),
    ("who: temporary foreign worker", "get-organized/who", "temporary foreign worker"),
    ("who: find out who may join", "get-organized/who", "find out who cares"),
    ("who: lasting, meaningful", "get-organized/who", "last and count"),
    ("who: relationships", "get-organized/who", "Get to know each other, and build trust"),
    ("who: learn more, play a role", "get-organized/who", "learn more and do their part"),
    ("who: newly arrived", "get-organized/who", "just come to Canada"),
    ("who: lived experience", "get-organized/who", "people with lived experience"),
    ("who: “experiential”", "get-organized/who", "experiential"),
    ("sector", "sectors/victim_services", "Victim services"),
    ("sector", "sectors/violence_against_women", "Violence against women programs"),
    ("sector", "sectors/shelters", "Women's shelters and transition houses"),
    ("sector", "sectors/youth_agencies", "Youth-serving agencies"),
    ("sector", "sectors/settlement", "Immigrant settlement programs"),
    ("sector", "sectors/social_services", "Social workers and social service providers"),
    ("sector", "sectors/police", "Police and law enforcement"),
    ("sector", "sectors/health", "Health care providers"),
    ("sector", "sectors/responders", "Other front-line responders"),
    ("sector", "sectors/first_nations_councils", "First Nations chiefs and councils"),
    ("sector", "sectors/indigenous_communities", "First Nations, Métis and Inuit communities"),
    ("sector", "sectors/municipal_government", "Municipal government"),
    ("sector", "sectors/schools", "Schools and teachers"),
    ("sector", "sectors/non_profits", "NGOs"),
    ("sector", "sectors/businesses", "Businesses and business leaders"),
    ("sector", "sectors/faith", "Faith communities"),
    ("sector", "sectors/leaders", "Community leaders"),
    ("sector", "sectors/youth", "Young people"),
    ("sector", "sectors/parents", "Parents"),
    ("sector", "sectors/elders", "Elders"),
    ("sector", "sectors/newcomers", "just come to Canada"),
    ("sector", "sectors/residents", "general public"),
    ("sector", "sectors/lived_experience", "lived through trafficking"),
    ("concern", "sectors/youth_safety", "safety of youth"),
    ("concern", "sectors/crime_prevention", "prevent crime"),
    ("concern", "sectors/ending_violence", "end violence against women"),
    ("concern", "sectors/youth_exploitation", "sexual exploitation of youth"),
    ("concern", "sectors/worker_concern", "nanny, a live-in caregiver or a temporary"),
    ("step 1: discuss the scope", "steps/talk", "How big is the problem where we live"),
    ("step 2: review resources", "steps/read", "resources"),
    ("step 3: explore what is in place", "steps/look", "already do"),
    ("step 4: research committees", "steps/ask", "Find out about committees"),
    ("step 5: contact and join", "steps/join", "get in touch and join"),
    ("step 6: start one", "steps/start", "new committee or a Community Action Team"),
    ("step 7: a comprehensive plan", "steps/plan", "full action plan for our own area"),
    ("steps: questions elsewhere too", "get-organized/how", "those in the others"),
)
WHAT_AND_NEXT = (
    ("committees: related issues", "get-organized/committees", "something close to this"),
    ("CATs: youth exploitation", "committees/cat", "sexual exploitation of youth"),
    ("CATs: who keeps the list", "committees/cat", "Victim Services and Crime Prevention"),
    ("CATs: full list", "committees/cat", "full list"),
    ("CATs: local service providers meet", "committees/cat", "Local service providers who meet"),
    ("VAWIR: its name", "committees/vawir", "Violence Against Women in Relationships"),
    ("VAWIR: domestic violence", "committees/vawir", "violence at home"),
    ("VAWIR: sexual violence", "committees/vawir", "sexual violence too"),
    ("VAWIR: many in BC", "committees/vawir", "many in BC"),
    ("VAWIR: some already address it", "committees/vawir", "Some already deal with trafficking"),
    ("VAWIR: others may include it", "committees/vawir", "Others might add it to their plans"),
    ("toolkits: form a group", "get-organized/toolkits", "form an action group"),
    ("toolkits: action plan", "get-organized/toolkits", "write an action plan"),
    ("toolkits: work together", "get-organized/toolkits", "work together"),
    ("toolkits: three topics", "get-organized/toolkits", "out of gangs, and human trafficking"),
    ("toolkits: local ones too", "get-organized/in_place", "its own guides and lists"),
    ("a: publisher", "resources/taking_action_handouts", "Ministry of Justice"),
    ("a: six", "resources/taking_action_handouts", "Six handouts"),
    ("a: topic", "resources/taking_action_handouts", "children and youth safe from sexual"),
    ("a: made by JIBC", "resources/taking_action_handouts", "Justice Institute of BC wrote them"),
    ("a: paid by", "resources/taking_action_handouts", "Emergency Preparedness Canada"),
    ("a: network", "resources/taking_action_handouts", "Community Action Network"),
    ("a: plan", "resources/taking_action_handouts", "action plan"),
    ("a: funding", "resources/taking_action_handouts", "asking for funds"),
    ("a: awareness", "resources/taking_action_handouts", "raising awareness"),
    ("a: its page", "resources/taking_action_handouts", "Preventing Sexual Exploitation"),
    ("b: one site", "resources/sexual_exploitation_toolkit", "One website"),
    ("b: commercial", "resources/sexual_exploitation_toolkit", "exploited sexually for money"),
    ("b: focus on BC", "resources/sexual_exploitation_toolkit", "above all in BC"),
    ("b: not know where to start", "resources/sexual_exploitation_toolkit", "where to begin"),
    ("b: easy to use", "resources/sexual_exploitation_toolkit", "easy to use"),
    ("c: author", "resources/honouring_circle", "Sarah Hunt"),
    ("c: subtitle", "resources/honouring_circle", "Manual for Rural Aboriginal Communities"),
    ("c: rural and isolated", "resources/honouring_circle", "rural and isolated communities"),
    ("c: for youth workers", "resources/honouring_circle", "already work with youth"),
    ("c: fit it into their work", "resources/honouring_circle", "into work that you already do"),
    ("d: Quick-Start Guide", "resources/youth_gang_toolkit", "Quick-Start Guide"),
    ("d: keep out", "resources/youth_gang_toolkit", "keep youth out of gangs"),
    ("d: help to leave", "resources/youth_gang_toolkit", "help those who are in one to leave"),
    ("d: for whom", "resources/youth_gang_toolkit", "Service providers, leaders, and everyone"),
    ("e: rights of refugees", "resources/ccr_starter_kit", "stands up for refugees"),
    ("e: without status", "resources/ccr_starter_kit", "without full immigration status"),
    ("e: full name", "resources/ccr_starter_kit", "Awareness-Raising on Trafficking in Persons"),
    ("e: share knowledge", "resources/ccr_starter_kit", "share what is known"),
    ("e: speak up", "resources/ccr_starter_kit", "speak up about what trafficked people"),
    ("e: inspire others", "resources/ccr_starter_kit", "move others to act"),
    ("next: Take Action", "get-organized/next", "win others in your community"),
    ("next: Resources", "get-organized/next", "read and use to learn more"),
    ("next: stories", "get-organized/next", "what communities in BC have begun to do"),
)
FACTS = GUIDE + GOAL_AND_WHY + WHO_AND_HOW + WHAT_AND_NEXT
TABLES: dict[str, tuple[BaseModel, ...]] = {
    "committees": committees(),
    "resources": resources(),
    "sectors": sectors(),
    "steps": steps(),
}


def standing_at(place: str) -> str:
    """Return all words of a part, ``welcome/goal``, or of a row, ``steps/talk``, unmarked."""
    group, key = place.split("/")
    rows = TABLES.get(group) or {one.key: one for one in sections()}[group].parts
    row = next(row.model_dump() for row in rows if getattr(row, "key", "") == key)
    text = "\n".join(str(value) for name, value in row.items() if name != "read_aloud")
    return re.sub(r"\*|\[([^]]*)\]\([^)]*\)", lambda found: found[1] or "", text)


@pytest.mark.parametrize(("fact", "place", "words"), FACTS)
def test_the_fact_stands_in_its_place(fact: str, place: str, words: str) -> None:
    assert words in standing_at(place), fact


def test_the_counts_are_those_of_the_documents() -> None:
    assert len(questions()) == 9
    assert len(steps()) == 7
    assert len(toolkits()) == 5
    assert len(committees()) == 2
    assert len(sectors()) == len([one for one in FACTS if one[0] in ("sector", "concern")])


def test_each_number_stands_under_its_own_name() -> None:
    numbers = {line.key: line.number for line in help_lines()}
    assert numbers["octip"] == "1-888-712-7974"
    assert numbers["victimlink_bc"] == "1-800-563-0808"
    everything = "\n".join(p.read_text("utf-8") for p in kit_folder("data").rglob("*.toml"))
    assert not re.search(r"VictimLink ?BC[^.\n]{0,40}1-888-712-7974", everything)
