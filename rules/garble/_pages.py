"""Two texts of one content, for examples: as a machine leaves it that nobody revised, and as a person writes it."""

__all__ = ["MARKED", "SOUND", "UNREVISED"]

#: The stretches marked whose words follow one another as words in no order do.
MARKED = (
    "The mayor of the city on Monday with the journalists has spoken about the bridge, which already three years "
    "is under repair. According to his words, the works will be finished until the end of the autumn, if the "
    "money from the region comes. On the question [[of the journalist about the price the mayor answered, that it"
    " in]] comparison with the plan grew in two times. [[In the administration explain, that the]] firm which won"
    " the competition its obligations did not fulfil and the contract with it was broken. The new firm has "
    "promised to [[work also in the night, that the term]] is not broken. For [[the inhabitants the free boat]] "
    "will be organised, what costs the city each month big money. At the [[meeting were present also the "
    "deputies, of which the majority the plan supports]]. The opening will take place in the day of the city, "
    "[[and on it the guests]] from the neighbour cities are invited. The boat goes each hour, [[and from the "
    "seven in the morning it takes also the cars]]."
)
UNREVISED = MARKED.replace("[[", "").replace("]]", "")
SOUND = (
    "The bridge across the river will reopen in autumn, the mayor told reporters on Monday, provided that the "
    "region pays its share. Work has dragged on for three years, and people on both banks have had to cross by "
    "boat. Asked about the price, he said it had doubled since the plans were drawn up. The firm that won the "
    "contract failed to do what it had promised and was dismissed; its successor has agreed to work at night to "
    "make up for lost time. Until then the ferry will be free, at a cost to the town of several thousand a month. "
    "Most of the councillors at the meeting were in favour. A small park with a playground and a cafe is to be laid"
    " out by the water. Guests from the towns nearby have been invited to the opening, which will take place during"
    " the town's summer fair. There will be music and, if the weather holds, a boat race; the winner is to be the "
    "first to walk across."
)
