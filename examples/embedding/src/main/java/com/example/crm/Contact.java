package com.example.crm;

/** A client as this CRM knows it: a class of its own, which the library never sees. */
record Contact(String id, double annualFees, double hoursLastYear, int attitude, int referrals) {}
