"""Given names that nearly always are a man's or a woman's."""

MEN = frozenset(
    "james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark "
    "donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey gary nicholas "
    "eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank raymond patrick jack dennis peter "
    "henry "
    "carl arthur roger keith jeremy lawrence sean christian ethan walter harold gerald douglas bruce philip phillip "
    "alan vincent eugene russell louis wayne randy howard bobby theodore joel todd curtis derek clyde guy marcus "
    "bradley randolf simon martin ivan sergei boris vladimir ahmed mohammed juan carlos pedro hans klaus omar".split()
)
WOMEN = frozenset(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley "
    "kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy "
    "angela anna ruth brenda pamela nicole catherine katherine samantha christine debra rachel carolyn janet maria "
    "heather diane julie joyce victoria christina joan evelyn judith megan cheryl martha andrea hannah jacqueline ann "
    "gloria teresa theresa kathryn sara janice marie julia grace judy beverly denise marilyn amber danielle brittany "
    "diana natalie sophia rose alice kayla alexis tamara suzanne monica eva holly irene jane melanie veronica sonia "
    "sherry wendy tonya vanessa april claire helen ella dawn tara florence deanna sheila jodi lucille lissa becca "
    "rhonda kristin miriam olga natasha irina elena svetlana fatima leslie".split()
) - {"leslie", "april", "dawn"}
