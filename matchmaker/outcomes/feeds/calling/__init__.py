"""Calling others: one door for all requests that this service sends to addresses which people have entered.

An address may be entered by somebody who wants to reach what only this machine can. So names are resolved here, each
address is checked, and the connection goes to the very address that was checked.
"""
