"""Crawls the benchmark's site with Scrapy: every address of its sitemap, title and paragraphs of every page."""
import sys

import scrapy
from scrapy.crawler import CrawlerProcess


class SiteSpider(scrapy.Spider):
    name = "site"

    def start_requests(self):
        yield scrapy.Request(self.root + "/sitemap.xml", callback=self.parse_sitemap)

    def parse_sitemap(self, response):
        response.selector.remove_namespaces()
        for address in response.xpath("//loc/text()").getall():
            yield scrapy.Request(response.urljoin(address), callback=self.parse_page)

    def parse_page(self, response):
        yield {
            "url": response.url,
            "title": response.css("h1::text").get(),
            "paragraphs": response.css("article p::text").getall(),
        }


process = CrawlerProcess({
    "ROBOTSTXT_OBEY": True,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS": 16,
    "LOG_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "FEEDS": {sys.argv[2]: {"format": "jsonlines", "encoding": "utf8"}},
})
process.crawl(SiteSpider, root=sys.argv[1])
process.start()
