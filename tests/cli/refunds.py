# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the contract that is of after-sales; contract.py calls it."""


def try_refunds(contract, refunds):
    """A list of refunds: rows of their own, which tell of their orders."""
    contract.expect("import-refunds", "import", refunds, "--platform", "tmall", status=3, by="Owner")
    contract.expect("list-aftersales", "list", "aftersales")
    order = contract.expect("show-refunded", "show", "orders", "3000000000000000001")
    contract.plan.check("an order shows its after-sales", [row["number"] for row in order["aftersales"]] == ["120001"], str(order))
    contract.plan.check("and knows how much went back", (order["refund"], order["refunded"]["minor"]) == ("part", 3000), str(order))
    asked = contract.book.run("list", "aftersales", "--where", "stage = returning").answer["rows"]
    contract.plan.check("they are filtered by stage", [row["number"] for row in asked] == ["120002"], str(asked))
